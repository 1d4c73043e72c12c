package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Collections that few accesses lock, but those for nothing else. */
final class DedicatedSectionsTest {
  private static final String POOLS =
      """
      import java.util.HashMap;
      import java.util.Map;

      class Pools {
        private static final Map<String, Object> POOLS = new HashMap<>();
        private static int registered;

        static synchronized String register(Object pool) {
          String key = "pool-" + (POOLS.size() + 1);
          POOLS.put(key, pool);
          return key;
        }

        static void remove(String key) {
          POOLS.remove(key); // BUG: UnguardedCollectionMutation
        }

        static Object find(String key) {
          return POOLS.get(key);
        }

        static boolean isKnown(String key) {
          return POOLS.containsKey(key);
        }

        static void clear() {
          for (Object pool : POOLS.values()) {
            pool.notifyAll();
          }
          POOLS.clear(); // BUG: UnguardedCollectionMutation
        }
      }
      """;

  @Test
  void lockHeldByOneMethodOfMany() {
    CheckTester.of(POOLS).reportsWhatIsMarked();
  }

  @Test
  void lockOfTheOneMethodIsForAnotherVariableToo() {
    CheckTester.of(
            POOLS
                .replace("POOLS.put(key, pool);", "POOLS.put(key, pool);\n    registered++;")
                .replace(" // BUG: UnguardedCollectionMutation", ""))
        .reportsWhatIsMarked();
  }

  @Test
  void lockThatNobodyElseKnows() {
    CheckTester.of(
            POOLS
                .replace("static synchronized String register", "static String register")
                .replace(" // BUG: UnguardedCollectionMutation", "")
                .replace(
                    "POOLS.put(key, pool);",
                    """
                    synchronized (new Object()) {
                          POOLS.put(key, pool); // BUG: InconsistentLocking
                        }"""))
        .reportsWhatIsMarked();
  }

  private static final String PENDING =
      """
      import com.google.common.util.concurrent.FutureCallback;
      import java.util.HashMap;
      import java.util.Map;

      class Pending {
        private final Map<String, Long> since = new HashMap<>();
        private final Client client;

        interface Client {
          void send(String key, FutureCallback<String> callback);
        }

        Pending(Client client) {
          this.client = client;
        }

        void send(String key) {
          synchronized (since) {
            since.put(key, System.nanoTime());
          }
          client.send(
              key,
              new FutureCallback<String>() {
                @Override
                public void onSuccess(String answer) {
                  since.remove(key); // BUG: UnguardedCollectionMutation
                }

                @Override
                public void onFailure(Throwable failure) {}
              });
        }
      }
      """;

  @Test
  void listenerOfALibrary() {
    CheckTester.of(PENDING).reportsWhatIsMarked();
  }

  @Test
  void listenerOfALibraryThatTakesTheLock() {
    CheckTester.of(
            PENDING.replace(
                "since.remove(key); // BUG: UnguardedCollectionMutation",
                "synchronized (since) { since.remove(key); }"))
        .reportsWhatIsMarked();
  }

  @Test
  void variableThatIsSetUnderALockOfItsOwn() {
    CheckTester.of(
            """
            class Subscription {
              private final Object lock = new Object();
              private AutoCloseable consumer;
              private String name = "";

              boolean isOpen() {
                return consumer != null;
              }

              String label() {
                return name + (consumer == null ? " (closed)" : "");
              }

              void close() throws Exception {
                if (consumer != null) {
                  consumer.close();
                  consumer = null; // BUG: InconsistentLocking
                }
              }

              void lost() {
                synchronized (lock) {
                  consumer = null;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void callersHoldTheLock() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;

            class Members {
              private final List<String> members = new ArrayList<>();
              private int version;

              synchronized void join(String member) {
                members.add(member);
              }

              synchronized void replace(String member, String other) {
                version++;
                leave(member);
                enter(other);
              }

              private void leave(String member) {
                members.remove(member);
              }

              private void enter(String member) {
                members.add(member);
              }

              boolean isMember(String member) {
                return members.contains(member);
              }

              int size() {
                return members.size();
              }

              boolean isEmpty() {
                return members.isEmpty();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void counterThatIsOnlyReadUnderItsLock() {
    CheckTester.of(
            """
            class Session {
              private int bindings;

              void bind() {
                bindings++; // BUG: InconsistentLocking
              }

              void unbind() {
                bindings--; // BUG: InconsistentLocking
              }

              synchronized int bindings() {
                return bindings;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void counterThatIsReadBesideOthersUnderALock() {
    CheckTester.of(
            """
            class Session {
              private int bindings;
              private int requests;

              void bind() {
                bindings++;
              }

              void unbind() {
                bindings--;
              }

              synchronized void request() {
                requests++;
              }

              synchronized String report() {
                return bindings + " of " + requests;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void sectionIsForTheListThatOthersFill() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;

            class Mixer {
              private final Object queueLock = new Object();
              private final List<String> starting = new ArrayList<>();
              private final List<String> voices = new ArrayList<>();

              void play(String voice) {
                synchronized (queueLock) {
                  starting.add(voice);
                }
              }

              void render() {
                synchronized (queueLock) {
                  voices.addAll(starting);
                  starting.clear();
                }
                voices.removeIf(String::isEmpty);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void sectionIsForTheListThatThePositionLeadsInto() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;

            class Replica {
              private final List<String> entries = new ArrayList<>();
              private int applied;

              synchronized void append(String entry) {
                entries.add(entry);
              }

              void apply() {
                String entry;
                synchronized (this) {
                  entry = entries.get(applied);
                }
                applied++;
                System.out.println(entry);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whatComesAfterTheTasksHaveEndedNeedsNoLock() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.CountDownLatch;
            import java.util.concurrent.ExecutorService;

            class Kitchen {
              private final List<String> served = new ArrayList<>();

              List<String> cook(ExecutorService cooks, List<String> orders) throws InterruptedException {
                CountDownLatch done = new CountDownLatch(orders.size());
                for (String order : orders) {
                  cooks.execute(
                      () -> {
                        synchronized (served) {
                          served.add(order);
                        }
                        done.countDown();
                      });
                }
                done.await();
                served.add("coffee");
                return served;
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
