package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Tasks that are kept in a container and launched out of it later. */
final class TasksInContainersTest {
  /** Workers that go through a list of tasks, and a pool that gives them one of its own. */
  private static final String HELPERS =
      """
      import java.util.ArrayDeque;

      class Helpers {
        private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();

        Helpers(int size) {
          for (int i = 0; i < size; i++) {
            new Thread(this::work).start();
          }
        }

        synchronized void post(Runnable task) {
          tasks.add(task);
          notify();
        }

        private void work() {
          while (true) {
            Runnable next;
            synchronized (this) {
              if (tasks.isEmpty()) {
                return;
              }
              next = tasks.%s();
            }
            next.run();
          }
        }
      }

      class Pool {
        private final Helpers helpers = new Helpers(3);

        synchronized void grow() {
          helpers.post(new Acquire());
        }

        static class Acquire implements Runnable {
          private int attempts;

          @Override
          public void run() {
            attempts++;%s
          }
        }
      }
      """;

  @Test
  void launchedByALambdaThatIsCalledWithEachElement() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class Crew {
              private final List<Runnable> shift = new ArrayList<>();
              private int served;

              Crew(int waiters) {
                for (int i = 0; i < waiters; i++) {
                  shift.add(this::serve);
                }
              }

              void open(ExecutorService pool) {
                shift.forEach(waiter -> pool.execute(waiter));
              }

              private void serve() {
                served++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void runInPlaceByALambdaThatIsCalledWithEachElement() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;

            class Crew {
              private final List<Runnable> shift = new ArrayList<>();
              private int served;

              Crew(int waiters) {
                for (int i = 0; i < waiters; i++) {
                  shift.add(this::serve);
                }
              }

              void open() {
                shift.forEach(waiter -> waiter.run());
              }

              private void serve() {
                served++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void launchedByAReferenceToAnExecutor() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Crew {
              private final ExecutorService pool = Executors.newFixedThreadPool(4);
              private final List<Runnable> shift = new ArrayList<>();
              private int served;

              Crew(int waiters) {
                for (int i = 0; i < waiters; i++) {
                  shift.add(this::serve);
                }
              }

              void open() {
                shift.forEach(pool::execute);
              }

              private void serve() {
                served++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void launchedByAReferenceToAnExecutorOfOneThread() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Crew {
              private final ExecutorService waiter = Executors.newSingleThreadExecutor();
              private final List<Runnable> orders = new ArrayList<>();
              private int served;

              Crew(int tables) {
                for (int i = 0; i < tables; i++) {
                  orders.add(this::serve);
                }
              }

              void open() {
                orders.forEach(waiter::execute);
              }

              private void serve() {
                served++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void tasksAreCollectedInALambda() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.Callable;
            import java.util.concurrent.ExecutorService;

            class Scan {
              private int scanned;

              void scan(ExecutorService pool, List<String> files) throws InterruptedException {
                List<Callable<Integer>> tasks = new ArrayList<>();
                files.forEach(file -> tasks.add(() -> scan(file)));
                pool.invokeAll(tasks);
              }

              private int scan(String file) {
                scanned++; // BUG: UnsafeReadModifyWrite
                return file.length();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void tasksAreCollectedByAHelper() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.Callable;
            import java.util.concurrent.ExecutorService;

            class Scan {
              private int scanned;

              void scan(ExecutorService pool, List<String> files) throws InterruptedException {
                List<Callable<Integer>> tasks = new ArrayList<>();
                for (String file : files) {
                  addTo(tasks, file);
                }
                pool.invokeAll(tasks);
              }

              private void addTo(List<Callable<Integer>> tasks, String file) {
                tasks.add(() -> scan(file));
              }

              private int scan(String file) {
                scanned++; // BUG: UnsafeReadModifyWrite
                return file.length();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void supplierOutOfAMapOfEverythingIsNoRunnable() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.ExecutorService;
            import java.util.function.Supplier;

            class Exchange {
              private final Map<String, Object> notes = new HashMap<>();

              void note(String key, Object value) {
                notes.put(key, value);
              }

              @SuppressWarnings("unchecked")
              <T> T noted(String key) {
                return (T) notes.get(key);
              }

              void send(ExecutorService pool) {
                pool.execute(
                    () -> {
                      Supplier<String> noted = noted("last");
                      noted.get();
                    });
              }

              static final class Conduit {
                private int idle;

                private final Runnable timeout =
                    new Runnable() {
                      @Override
                      public void run() {
                        idle = 0;
                      }
                    };

                Conduit(Exchange exchange) {
                  exchange.note("last", timeout);
                }

                public void read() {
                  idle++;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void runnableOutOfAMapOfEverything() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.ExecutorService;
            import java.util.function.Supplier;

            class Exchange {
              private final Map<String, Object> notes = new HashMap<>();

              void note(String key, Object value) {
                notes.put(key, value);
              }

              @SuppressWarnings("unchecked")
              <T> T noted(String key) {
                return (T) notes.get(key);
              }

              void send(ExecutorService pool) {
                pool.execute(
                    () -> {
                      Runnable noted = noted("last");
                      noted.run();
                    });
              }

              static final class Conduit {
                private int idle;

                private final Runnable timeout =
                    new Runnable() {
                      @Override
                      public void run() {
                        idle = 0;
                      }
                    };

                Conduit(Exchange exchange) {
                  exchange.note("last", timeout);
                }

                public void read() {
                  idle++; // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void tasksThatOneThreadTakesOutAndRuns() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.Queue;
            import java.util.concurrent.ConcurrentLinkedQueue;

            class Mixer implements Runnable {
              private final Queue<Runnable> changes = new ConcurrentLinkedQueue<>();
              private final Map<String, Integer> voices = new HashMap<>();
              private volatile boolean playing = true;

              void play(String name) {
                changes.add(() -> voices.put(name, 0));
              }

              @Override
              public void run() {
                while (playing) {
                  for (Runnable change; (change = changes.poll()) != null; ) {
                    change.run();
                  }
                  voices.remove("ended");
                }
              }

              void start() {
                new Thread(this).start();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void tasksThatSeveralThreadsTakeOutAndRun() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.Queue;
            import java.util.concurrent.ConcurrentLinkedQueue;

            class Mixer implements Runnable {
              private final Queue<Runnable> changes = new ConcurrentLinkedQueue<>();
              private final Map<String, Integer> voices = new HashMap<>();
              private volatile boolean playing = true;

              void play(String name) {
                changes.add(() -> voices.put(name, 0)); // BUG: UnguardedCollectionMutation
              }

              @Override
              public void run() {
                while (playing) {
                  for (Runnable change; (change = changes.poll()) != null; ) {
                    change.run();
                  }
                  voices.remove("ended"); // BUG: UnguardedCollectionMutation
                }
              }

              void open(int threads) {
                for (int i = 0; i < threads; i++) {
                  new Thread(this).start();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void tasksThatAreTheValuesOfAMap() {
    CheckTester.of(jobs("jobs.forEach((name, job) -> pool.execute(job));", true))
        .reportsWhatIsMarked();
    CheckTester.of(jobs("pool.execute(() -> jobs.forEach((name, job) -> job.run()));", false))
        .reportsWhatIsMarked();
  }

  private static String jobs(String run, boolean parallel) {
    return """
        import java.util.LinkedHashMap;
        import java.util.Map;
        import java.util.concurrent.ExecutorService;

        class Jobs {
          private final Map<String, Runnable> jobs = new LinkedHashMap<>();
          private int done;

          Jobs() {
            jobs.put("sweep", () -> done++);%2$s
            jobs.put("cook", this::cook);
          }

          private void cook() {
            done++;%2$s
          }

          void start(ExecutorService pool) {
            %1$s
          }
        }
        """
        .formatted(run, parallel ? " // BUG: UnsafeReadModifyWrite" : "");
  }

  @Test
  void objectThatOneWorkerRemovesAndRuns() {
    CheckTester.of(HELPERS.formatted("removeFirst", "")).reportsWhatIsMarked();
  }

  @Test
  void objectThatEachWorkerFindsAndRuns() {
    CheckTester.of(HELPERS.formatted("getFirst", " // BUG: UnsafeReadModifyWrite"))
        .reportsWhatIsMarked();
  }
}
