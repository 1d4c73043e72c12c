package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Containers that are not thread-safe, changed by threads that run in parallel. */
final class UnguardedCollectionMutationTest {

  @Test
  void mapThatAllInstrumentsWrite() {
    CheckTester.of(
            """
            package metrics;

            import java.util.HashMap;
            import java.util.Map;

            public class Metrics {
              private final Map<String, Long> totals = new HashMap<>();

              public Counter counter(String name) {
                return new Counter(name);
              }

              public final class Counter {
                private final String name;

                private Counter(String name) {
                  this.name = name;
                }

                public void increment() {
                  totals.merge(name, 1L, Long::sum); // BUG: UnguardedCollectionMutation
                }
              }
            }
            """,
            """
            package server;

            import java.util.concurrent.ExecutorService;
            import metrics.Metrics;

            class Server {
              private final Metrics metrics = new Metrics();
              private final Metrics.Counter requests = metrics.counter("requests");

              void serve(ExecutorService workers, Runnable request) {
                workers.execute(
                    () -> {
                      requests.increment();
                      request.run();
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void concurrentMapThatAllInstrumentsWrite() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ExecutorService;

            class Metrics {
              private final Map<String, Long> totals = new ConcurrentHashMap<>();

              void count(ExecutorService workers, String name) {
                workers.execute(() -> totals.merge(name, 1L, Long::sum));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void everySortOfCollectionAndBuilder() {
    CheckTester.of(
            """
            import java.util.ArrayDeque;
            import java.util.ArrayList;
            import java.util.Deque;
            import java.util.HashSet;
            import java.util.List;
            import java.util.Set;
            import java.util.TreeMap;
            import java.util.concurrent.ExecutorService;

            class Crawler {
              private final List<String> pages = new ArrayList<>();
              private final Set<String> seen = new HashSet<>();
              private final Deque<String> open = new ArrayDeque<>();
              private final TreeMap<String, Integer> sizes = new TreeMap<>();
              private final StringBuilder log = new StringBuilder();

              void crawl(ExecutorService pool, String url) {
                pool.execute(
                    () -> {
                      pages.add(url); // BUG: UnguardedCollectionMutation
                      seen.remove(url); // BUG: UnguardedCollectionMutation
                      open.pollFirst(); // BUG: UnguardedCollectionMutation
                      sizes.put(url, 1); // BUG: UnguardedCollectionMutation
                      log.append(url); // BUG: UnguardedCollectionMutation
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void wrappersAndConcurrentCounterparts() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.Collections;
            import java.util.Deque;
            import java.util.List;
            import java.util.Set;
            import java.util.Vector;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentLinkedDeque;
            import java.util.concurrent.ExecutorService;

            class Crawler {
              private final List<String> pages = Collections.synchronizedList(new ArrayList<>());
              private final List<String> errors = new Vector<>();
              private final Set<String> seen = ConcurrentHashMap.newKeySet();
              private final Deque<String> open = new ConcurrentLinkedDeque<>();
              private final StringBuffer log = new StringBuffer();

              void crawl(ExecutorService pool, String url) {
                pool.execute(
                    () -> {
                      pages.add(url);
                      errors.add(url);
                      seen.remove(url);
                      open.pollFirst();
                      log.append(url);
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void concurrentCounterpartThatTheConstructorAssigns() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ExecutorService;

            class Sessions {
              private final Map<String, String> users;

              Sessions(int expected) {
                this.users = new ConcurrentHashMap<>(expected);
              }

              void login(ExecutorService pool, String user) {
                pool.execute(() -> users.put(user, user));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void collectionThatTheTaskMakesItself() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class Crawler {
              void crawl(ExecutorService pool, String url) {
                pool.execute(
                    () -> {
                      List<String> links = new ArrayList<>();
                      links.add(url);
                      System.out.println(links);
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void collectionThatIsGuardedByItself() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class Crawler {
              private final List<String> pages = new ArrayList<>();

              void crawl(ExecutorService pool, String url) {
                pool.execute(
                    () -> {
                      synchronized (pages) {
                        pages.add(url);
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void listThatAParallelStreamFills() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.stream.Collectors;

            class Words {
              List<String> upper(List<String> words) {
                List<String> upper = new ArrayList<>();
                words.parallelStream()
                    .forEach(word -> upper.add(word.toUpperCase())); // BUG: UnguardedCollectionMutation
                return upper;
              }

              List<String> upperSafely(List<String> words) {
                return words.parallelStream().map(String::toUpperCase).collect(Collectors.toList());
              }

              List<String> upperOneByOne(List<String> words) {
                List<String> upper = new ArrayList<>();
                words.stream().forEach(word -> upper.add(word.toUpperCase()));
                return upper;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void methodReferenceToTheCollection() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;

            class Words {
              List<String> copy(List<String> words) {
                List<String> copy = new ArrayList<>();
                words.parallelStream().forEach(copy::add); // BUG: UnguardedCollectionMutation
                return copy;
              }

              List<String> copyOneByOne(List<String> words) {
                List<String> copy = new ArrayList<>();
                words.forEach(copy::add);
                return copy;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void collectionThatIsOnlyReadInParallel() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.ExecutorService;

            class Prices {
              private final Map<String, Integer> prices = new HashMap<>();

              Prices(List<String> products) {
                for (String product : products) {
                  prices.put(product, product.length());
                }
              }

              void quote(ExecutorService pool, String product) {
                pool.execute(() -> System.out.println(prices.get(product)));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void listInsideAConcurrentMap() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ExecutorService;

            class Rooms {
              private final Map<String, List<String>> members = new ConcurrentHashMap<>();

              void join(ExecutorService network, String room, String user) {
                network.execute(
                    () ->
                        members
                            .computeIfAbsent(room, r -> new ArrayList<>())
                            .add(user)); // BUG: UnguardedCollectionMutation
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void containerBehindAGetter() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Box {
              private final Yard yard = new Yard();

              void dim(ExecutorService staff, String signal) {
                staff.execute(() -> yard.aspects().put(signal, "dim")); // BUG: UnguardedCollectionMutation
                staff.execute(() -> yard.copy().put(signal, "dim"));
              }
            }
            """,
            """
            import java.util.HashMap;
            import java.util.Map;

            class Yard {
              private final Map<String, String> aspects = new HashMap<>();

              Map<String, String> aspects() {
                return aspects;
              }

              Map<String, String> copy() {
                return new HashMap<>(aspects);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void protectedPartsOfThreadSafeClassWorkUnderTheLocksOfTheirCallers() {
    CheckTester.of(
            """
            package javax.annotation.concurrent;

            public @interface ThreadSafe {}
            """,
            """
            import java.util.ArrayList;
            import java.util.List;
            import javax.annotation.concurrent.ThreadSafe;

            @ThreadSafe
            public class Leases {
              private final List<String> leased = new ArrayList<>();

              public void lease(String route) {
                synchronized (leased) {
                  enter(route);
                }
              }

              protected void enter(String route) {
                leased.add(route);
              }

              public void giveBack(String route) {
                leased.remove(route); // BUG: UnguardedCollectionMutation
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  private static final String LEASES =
      """
      import java.util.ArrayList;
      import java.util.List;

      @ThreadSafe
      public class Leases {
        private final List<String> leased = new ArrayList<>();

        public void lease(String route) {
          synchronized (leased) {
            leased.add(route);
          }
        }

        public void giveBack(String route) {
          synchronized (leased) {
            leased.remove(route);
          }
        }

        %s void enter(String route) {
          leased.add(route);%s
        }
      }
      """;

  @Test
  void protectedPartOfThreadSafeClassIsCalledBySubclasses() {
    CheckTester.of("@interface ThreadSafe {}", LEASES.formatted("protected", ""))
        .reportsWhatIsMarked();
  }

  @Test
  void publicMethodOfThreadSafeClassIsCalledByAnyThread() {
    CheckTester.of(
            "@interface ThreadSafe {}",
            LEASES.formatted("public", " // BUG: UnguardedCollectionMutation"))
        .reportsWhatIsMarked();
  }

  @Test
  void factoryTellsTheTypeByWhatItReturns() {
    CheckTester.of(
            """
            import com.google.common.collect.HashMultimap;
            import com.google.common.collect.Multimap;
            import java.util.List;

            class Devices {
              private final Multimap<String, String> devices = HashMultimap.create();

              void login(List<String> users) {
                users.parallelStream()
                    .forEach(user -> devices.put(user, "phone")); // BUG: UnguardedCollectionMutation
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
