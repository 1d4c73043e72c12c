package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Objects that threads find in concurrent containers, and what these objects do to themselves. */
final class SharedEntriesTest {
  private static final String VISITS =
      """
      class Visits {
        private int count;

        void add() {
          count++; // BUG: UnsafeReadModifyWrite
        }

        int count() {
          return count;
        }
      }
      """;

  private static final String UNMARKED = VISITS.replace(" // BUG: UnsafeReadModifyWrite", "");

  private static final String PAGES =
      """
      import java.util.concurrent.ConcurrentHashMap;
      import java.util.concurrent.ConcurrentMap;

      class Pages {
        private final ConcurrentMap<String, Visits> visits = new ConcurrentHashMap<>();

        void visit(String page) {
          visits.computeIfAbsent(page, unused -> new Visits()).add();
        }
      }
      """;

  @Test
  void counterOfAnEntry() {
    CheckTester.of(VISITS, PAGES).reportsWhatIsMarked();
  }

  @Test
  void counterOfAnEntryThatAMethodReferenceMakes() {
    CheckTester.of(
            VISITS.replace("  void add()", "  Visits(String page) {}\n\n  void add()"),
            PAGES.replace("unused -> new Visits()", "Visits::new"))
        .reportsWhatIsMarked();
  }

  @Test
  void counterOfAnEntryThatIsPutThere() {
    CheckTester.of(
            VISITS,
            """
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Pages {
              private final ConcurrentMap<String, Visits> visits = new ConcurrentHashMap<>();

              void open(String page) {
                visits.putIfAbsent(page, new Visits());
              }

              void visit(String page) {
                visits.get(page).add();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void counterOfAnEntryOfAPlainMap() {
    CheckTester.of(
            UNMARKED,
            PAGES
                .replace("ConcurrentMap<String", "java.util.Map<String")
                .replace("new ConcurrentHashMap<>()", "new java.util.HashMap<>()"))
        .reportsWhatIsMarked();
  }

  @Test
  void counterThatTheEntryGuards() {
    CheckTester.of(UNMARKED.replace("void add", "synchronized void add"), PAGES)
        .reportsWhatIsMarked();
  }

  @Test
  void counterThatCallersGuard() {
    CheckTester.of(
            UNMARKED,
            """
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Pages {
              private final ConcurrentMap<String, Visits> visits = new ConcurrentHashMap<>();

              void visit(String page) {
                Visits all = visits.computeIfAbsent(page, unused -> new Visits());
                synchronized (all) {
                  all.add();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void counterThatTheMapGuards() {
    CheckTester.of(
            UNMARKED,
            """
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Pages {
              private final ConcurrentMap<String, Visits> visits = new ConcurrentHashMap<>();

              void visit(String page) {
                visits.compute(
                    page,
                    (unused, known) -> {
                      Visits all = known == null ? new Visits() : known;
                      all.add();
                      return all;
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void counterOfAnEntryThatIsTakenOut() {
    CheckTester.of(
            UNMARKED,
            PAGES.replace("computeIfAbsent(page, unused -> new Visits())", "remove(page)"))
        .reportsWhatIsMarked();
  }

  private static final String ATTRIBUTES =
      """
      import java.util.concurrent.ConcurrentHashMap;
      import java.util.concurrent.ConcurrentMap;

      class Attributes {
        private final ConcurrentMap<String, Object> attributes = new ConcurrentHashMap<>();

        void add(String name) {
          attributes.putIfAbsent(name, new Visits());
        }

        void visit(String name) {
          Visits visits = (Visits) attributes.get(name);
          visits.add();
        }
      }
      """;

  @Test
  void counterInAMapOfEverything() {
    CheckTester.of(UNMARKED, ATTRIBUTES).reportsWhatIsMarked();
  }

  @Test
  void counterInAMapOfItsOwn() {
    CheckTester.of(VISITS, ATTRIBUTES.replace("Object>", "Visits>").replace("(Visits) ", ""))
        .reportsWhatIsMarked();
  }

  @Test
  void counterThatIsFiledUnderAConstant() {
    CheckTester.of(
            UNMARKED,
            ATTRIBUTES
                .replace("Object>", "Visits>")
                .replace("(Visits) attributes.get(name)", "attributes.get(\"visits\")"))
        .reportsWhatIsMarked();
  }

  private static final String ORDERS =
      """
      import java.util.ArrayList;
      import java.util.List;

      class Orders {
        private final List<String> orders = new ArrayList<>();

        void add(String order) {
          orders.add(order); // BUG: UnguardedCollectionMutation
        }

        List<String> all() {
          return new ArrayList<>(orders);
        }
      }
      """;

  private static final String CUSTOMERS =
      """
      import java.util.concurrent.ConcurrentHashMap;

      class Customers {
        private final ConcurrentHashMap<String, Orders> orders = new ConcurrentHashMap<>();

        void order(String customer, String order) {
          Orders all = orders.compute(customer, (id, known) -> known == null ? new Orders() : known);
          all.add(order);
        }
      }
      """;

  @Test
  void listOfAnEntry() {
    CheckTester.of(ORDERS, CUSTOMERS).reportsWhatIsMarked();
  }

  @Test
  void listOfAnEntryThatIsSynchronized() {
    CheckTester.of(
            ORDERS
                .replace(
                    "new ArrayList<>();",
                    "java.util.Collections.synchronizedList(new ArrayList<>());")
                .replace(" // BUG: UnguardedCollectionMutation", ""),
            CUSTOMERS)
        .reportsWhatIsMarked();
  }

  @Test
  void entryOfAMapThatIsUsedUnderALock() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.HashMap;
            import java.util.List;
            import java.util.Map;

            public class Broker {
              static final class Queue {
                private final List<String> subscribers = new ArrayList<>();

                void subscribe(String client) {
                  subscribers.add(client); // BUG: UnguardedCollectionMutation
                }
              }

              private final Map<String, Queue> queues = new HashMap<>();

              private Queue queue(String name) {
                synchronized (queues) {
                  return queues.computeIfAbsent(name, n -> new Queue());
                }
              }

              public void subscribe(String name, String client) {
                queue(name).subscribe(client);
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
