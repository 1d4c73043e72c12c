package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Which locations several tasks reach, and which each has for itself. */
final class SharedLocationsTest {

  @Test
  void eachTaskMayHaveAnElementOfItsOwn() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Histogram {
              void count(ExecutorService pool, int[][] samples, int workers) {
                int[] totals = new int[workers];
                for (int worker = 0; worker < workers; worker++) {
                  int mine = worker;
                  pool.execute(
                      () -> {
                        for (int sample : samples[mine]) {
                          totals[mine] += sample;
                        }
                      });
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void capturedArrayOfOneIsAVariableThatAllTasksShare() {
    CheckTester.of(
            """
            import java.util.List;

            class Census {
              int adults(List<Integer> ages) {
                int[] adults = {0};
                ages.parallelStream()
                    .forEach(
                        age -> {
                          if (age >= 18) {
                            adults[0]++; // BUG: UnsafeReadModifyWrite
                          }
                        });
                return adults[0];
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void staticFieldIsSharedByAllThatRunsInParallel() {
    CheckTester.of(
            """
            import java.util.concurrent.CompletableFuture;

            class Tickets {
              private static int issued;

              CompletableFuture<Integer> issue() {
                return CompletableFuture.supplyAsync(() -> ++issued); // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void namedRunnableWithStateOfItsOwn() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Crawler {
              void crawl(ExecutorService pool, int workers) {
                for (int i = 0; i < workers; i++) {
                  pool.execute(new Job());
                }
              }

              private static final class Job implements Runnable {
                private int pages;

                @Override
                public void run() {
                  pages++;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void namedRunnableGivenToSeveralThreads() {
    CheckTester.of(
            """
            class Crawler {
              void crawl() {
                Job job = new Job();
                new Thread(job).start();
                new Thread(job).start();
              }

              private static final class Job implements Runnable {
                private int pages;

                @Override
                public void run() {
                  pages++; // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void wayToTheUpdateMayLeadThroughOtherFiles() {
    CheckTester.of(
            """
            package shop.http;

            import java.util.concurrent.ExecutorService;
            import shop.stats.RetryManager;

            public final class Gateway {
              private final RetryManager retries = new RetryManager();
              private final ExecutorService workers;

              public Gateway(ExecutorService workers) {
                this.workers = workers;
              }

              public void send(Runnable request) {
                workers.execute(
                    () -> {
                      request.run();
                      retries.recordSuccess();
                    });
              }
            }
            """,
            """
            package shop.stats;

            public final class RetryManager {
              private final Totals totals = new Totals();

              public void recordSuccess() {
                totals.add(1);
              }
            }
            """,
            """
            package shop.stats;

            final class Totals {
              private long successes;

              void add(int more) {
                successes += more; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void objectThatTheTaskMakesItself() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class Report {
              void write(ExecutorService pool, List<String> lines) {
                pool.execute(
                    () -> {
                      Totals totals = new Totals();
                      for (String line : lines) {
                        totals.add(line.length());
                      }
                      System.out.println(totals.characters);
                    });
              }

              private static final class Totals {
                int characters;

                void add(int more) {
                  characters += more;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void valueOfAThreadLocal() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Tracing {
              private static final ThreadLocal<Span> CURRENT = ThreadLocal.withInitial(Span::new);

              void run(ExecutorService pool) {
                pool.execute(() -> CURRENT.get().depth++);
              }

              private static final class Span {
                int depth;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void constructorBeforeItsObjectEscapes() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class Index {
              private int words;

              Index(List<String> lines) {
                for (String line : lines) {
                  words += line.split(" ").length;
                }
              }

              static void build(ExecutorService pool, List<String> lines) {
                pool.execute(() -> System.out.println(new Index(lines).words));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void elementThatIsPreparedBeforeItsTaskIsLaunched() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Grinder {
              double[] grind(ExecutorService pool, int count) {
                double[] lenses = new double[count];
                for (int i = 0; i < count; i++) {
                  int slot = i;
                  lenses[slot] = 1.0;
                  pool.execute(() -> lenses[slot] *= 0.9);
                }
                return lenses;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whoChangesByTheThreadOfTheOwnerIsNotToBlame() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Room {
              private final ExecutorService loop = Executors.newSingleThreadExecutor();
              private final Map<Integer, String> players = new HashMap<>();

              void open(int doors) {
                for (int i = 0; i < doors; i++) {
                  new Thread(() -> enter(1, "Ann")).start();
                  new Thread(() -> drop(1)).start();
                }
              }

              private void enter(int id, String name) {
                loop.execute(
                    () -> {
                      if (!players.containsKey(id)) {
                        players.put(id, name);
                      }
                    });
              }

              private void drop(int id) {
                players.remove(id); // BUG: UnguardedCollectionMutation
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockedChangeIsNotToBlame() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.TreeMap;
            import java.util.concurrent.ExecutorService;

            class Palette {
              private final Map<String, Integer> assigned = new TreeMap<>();

              void paint(ExecutorService pool, int layers) {
                for (int i = 0; i < layers; i++) {
                  pool.execute(() -> colour("a"));
                  pool.execute(() -> rename("a", "b"));
                }
              }

              private synchronized int colour(String layer) {
                Integer colour = assigned.get(layer);
                if (colour == null) {
                  colour = assigned.size();
                  assigned.put(layer, colour);
                }
                return colour;
              }

              private void rename(String from, String to) {
                Integer colour = assigned.remove(from); // BUG: UnguardedCollectionMutation
                if (colour != null) {
                  assigned.put(to, colour); // BUG: UnguardedCollectionMutation
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void identityThatAllPartsOfAReductionBeginWith() {
    CheckTester.of(reduction("parallelStream", "// BUG: UnguardedCollectionMutation"))
        .reportsWhatIsMarked();
    CheckTester.of(reduction("stream", "")).reportsWhatIsMarked();
  }

  private static String reduction(String stream, String mark) {
    return """
        import java.util.ArrayList;
        import java.util.List;

        class Names {
          List<String> trimmed(List<String> names) {
            return names.%s().reduce(
                new ArrayList<String>(),
                (all, name) -> {
                  all.add(name.trim()); %s
                  return all;
                },
                (one, other) -> one);
          }

          List<String> copied(List<String> names) {
            return names.parallelStream().reduce(
                List.<String>of(),
                (all, name) -> {
                  List<String> more = new ArrayList<>(all);
                  more.add(name);
                  return more;
                },
                (one, other) -> {
                  List<String> both = new ArrayList<>(one);
                  both.addAll(other);
                  return both;
                });
          }
        }
        """
        .formatted(stream, mark);
  }

  @Test
  void elementsOfAListThatIsMadeOfThem() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.ExecutorService;

            class Till {
              int coins;
              int notes;
              int cards;
            }

            class Shop {
              void serve(ExecutorService staff, List<String> customers) {
                List<Till> tills = List.of(new Till(), new Till());
                Map<String, Till> byName = Map.of("left", new Till(), "right", new Till());
                for (String customer : customers) {
                  staff.execute(() -> tills.get(customer.length() % 2).coins++); // BUG: UnsafeReadModifyWrite
                  staff.execute(() -> byName.get(customer.substring(1)).notes++); // BUG: UnsafeReadModifyWrite
                }
              }

              void count(ExecutorService staff) {
                for (Till till : List.of(new Till(), new Till())) {
                  staff.execute(() -> till.cards++);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
