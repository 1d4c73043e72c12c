package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Which object a lock is, and whether all who use a variable lock the same one. */
final class LockIdentityTest {

  @Test
  void taskThatLocksItself() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Pier {
              private int boats;

              void open(ExecutorService gates, int n) {
                for (int i = 0; i < n; i++) {
                  gates.execute(new Gate());
                }
              }

              private final class Gate implements Runnable {
                @Override
                public synchronized void run() {
                  boats++; // BUG: InconsistentLocking
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void taskThatLocksTheObjectAroundIt() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Pier {
              private int boats;

              void open(ExecutorService gates, int n) {
                for (int i = 0; i < n; i++) {
                  gates.execute(new Gate());
                }
              }

              private final class Gate implements Runnable {
                @Override
                public void run() {
                  synchronized (Pier.this) {
                    boats++;
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void instanceLockForStaticData() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class License {
              private static int sold;

              void sell(ExecutorService shops) {
                shops.execute(
                    () -> {
                      synchronized (this) {
                        sold++; // BUG: InconsistentLocking
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void classLockForStaticData() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class License {
              private static int sold;

              void sell(ExecutorService shops) {
                shops.execute(
                    () -> {
                      synchronized (License.class) {
                        sold++;
                      }
                    });
                shops.execute(License::count);
              }

              private static synchronized void count() {
                sold++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void freshLockKeepsNobodyOut() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Turnstile {
              private int passages;

              void pass(ExecutorService sensors) {
                sensors.execute(
                    () -> {
                      synchronized (new Object()) {
                        passages++; // BUG: InconsistentLocking
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void classObjectOfWhicheverSubclassItIs() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            abstract class Sensor {
              private static int alarms;

              void poll(ExecutorService pool) {
                pool.execute(
                    () -> {
                      synchronized (getClass()) {
                        alarms++; // BUG: InconsistentLocking
                      }
                    });
              }
            }

            class Level extends Sensor {}

            class Flow extends Sensor {}

            final class Rain {
              private static int drops;

              void poll(ExecutorService pool) {
                pool.execute(
                    () -> {
                      synchronized (getClass()) {
                        drops++;
                      }
                    });
                pool.execute(
                    () -> {
                      synchronized (Rain.class) {
                        drops++;
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void getterThatMakesALockForEachCaller() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Subtitles {
              private final Lock styleLock = new ReentrantLock();
              private int styles;
              private int reviews;

              private Lock styleLock() {
                return styleLock;
              }

              private Lock reviewLock() {
                return new ReentrantLock();
              }

              void edit(ExecutorService translators) {
                translators.execute(this::style);
                translators.execute(this::review);
                translators.execute(this::style);
                translators.execute(this::review);
              }

              private void style() {
                Lock lock = styleLock();
                lock.lock();
                try {
                  styles++;
                } finally {
                  lock.unlock();
                }
              }

              private void review() {
                Lock lock = reviewLock();
                lock.lock();
                try {
                  reviews++; // BUG: InconsistentLocking
                } finally {
                  lock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockThatTheSettingsSuggested() {
    CheckTester.of(
            SETTINGS,
            """
            import java.util.concurrent.locks.Lock;

            class Conductor {
              private final Settings settings;
              private final Lock lock;
              private int turns;

              Conductor(Settings settings) {
                this.settings = settings;
                lock = settings.lock();
              }

              int turn() {
                lock.lock();
                try {
                  return ++turns;
                } finally {
                  lock.unlock();
                }
              }

              Settings settings() {
                return settings;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockThatTheSettingsSuggestNow() {
    CheckTester.of(
            SETTINGS,
            """
            import java.util.concurrent.locks.Lock;

            class Conductor {
              private final Settings settings;
              private int turns;

              Conductor(Settings settings) {
                this.settings = settings;
              }

              int turn() {
                Lock lock = settings.lock();
                lock.lock();
                try {
                  return ++turns; // BUG: InconsistentLocking
                } finally {
                  lock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  private static final String SETTINGS =
      """
      import java.util.concurrent.locks.Lock;
      import java.util.concurrent.locks.ReentrantLock;

      class Settings {
        private Lock lock = new ReentrantLock();

        Settings lock(Lock lock) {
          this.lock = lock;
          return this;
        }

        Lock lock() {
          return lock;
        }
      }
      """;

  @Test
  void lockThatTheMethodMakesForTasksInsideOfOtherFunctions() {
    CheckTester.of(nested("Object lock = new Object();", "", "")).reportsWhatIsMarked();
  }

  @Test
  void lockThatEachTurnMakesForTasksInsideOfOtherFunctions() {
    CheckTester.of(nested("", "Object lock = new Object();", " // BUG: InconsistentLocking"))
        .reportsWhatIsMarked();
  }

  private static String nested(String outside, String inside, String mark) {
    return """
        import java.util.ArrayList;
        import java.util.List;
        import java.util.concurrent.CompletableFuture;

        class Renderer {
          private final List<String> problems = new ArrayList<>();

          void render(List<List<String>> pages) {
            %s
            for (List<String> lines : pages) {
              %s
              lines.stream()
                  .map(
                      line ->
                          CompletableFuture.runAsync(
                              () -> {
                                synchronized (lock) {
                                  problems.add(line);%s
                                }
                              }))
                  .toList();
            }
          }
        }
        """
        .formatted(outside, inside, mark);
  }

  @Test
  void lockOfAnObjectThatACallbackHasCaptured() {
    CheckTester.of(traced("lock", "")).reportsWhatIsMarked();
  }

  @Test
  void lockOfEachEventThatACallbackIsGiven() {
    CheckTester.of(traced("event", " // BUG: InconsistentLocking")).reportsWhatIsMarked();
  }

  private static String traced(String lock, String mark) {
    return """
        import java.util.ArrayList;
        import java.util.List;
        import java.util.concurrent.ExecutorService;

        abstract class Hook {
          abstract void fired(String event);
        }

        class Tracer {
          private final Object lock = new Object();
          private final List<String> events = new ArrayList<>();

          void log(String event) {
            synchronized (%s) {
              events.add(event);%s
            }
          }
        }

        class Worker {
          private final Hook hook;

          Worker(Hook hook) {
            this.hook = hook;
          }

          void go(ExecutorService pool, String event) {
            pool.execute(() -> hook.fired(event));
          }
        }

        class Hub {
          void open(ExecutorService pool, List<String> events) {
            Tracer tracer = new Tracer();
            class Callback extends Hook {
              @Override
              void fired(String event) {
                tracer.log(event);
              }
            }
            Worker worker = new Worker(new Callback());
            for (String event : events) {
              worker.go(pool, event);
            }
          }
        }
        """
        .formatted(lock, mark);
  }

  @Test
  void lockThatEachCallOfAFunctionMakesForItsTask() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.CompletableFuture;

            class Renderer {
              List<String> render(List<String> lines) {
                List<String> problems = new ArrayList<>();
                lines.stream()
                    .map(
                        line -> {
                          Object lock = new Object();
                          return CompletableFuture.runAsync(
                              () -> {
                                synchronized (lock) {
                                  problems.add(line); // BUG: InconsistentLocking
                                }
                              });
                        })
                    .toList()
                    .forEach(CompletableFuture::join);
                return problems;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockInAnObjectThatIsLookedUpByOneAndComeAcrossByAnother() {
    CheckTester.of(depots("front", "")).reportsWhatIsMarked();
    CheckTester.of(depots("back", " // BUG: InconsistentLocking")).reportsWhatIsMarked();
  }

  private static String depots(String door, String mark) {
    return """
        import java.util.HashMap;
        import java.util.Map;
        import java.util.concurrent.ConcurrentHashMap;
        import java.util.concurrent.locks.ReentrantLock;

        @interface ThreadSafe {}

        final class Bolt {
          private final ReentrantLock lock = new ReentrantLock();

          void close() {
            lock.lock();
          }

          void open() {
            lock.unlock();
          }
        }

        final class Depot {
          private final Bolt front = new Bolt();
          private final Bolt back = new Bolt();
          private final Map<String, Integer> goods = new HashMap<>();

          void store(String item) {
            front.close();
            goods.merge(item, 1, Integer::sum);%2$s
            front.open();
          }

          void sell(String item) {
            %1$s.close();
            goods.computeIfPresent(item, (name, count) -> count - 1);%2$s
            %1$s.open();
          }
        }

        @ThreadSafe
        class Depots {
          private final Map<String, Depot> depots = new ConcurrentHashMap<>();

          public void storeEverywhere(String item) {
            for (Depot depot : depots.values()) {
              depot.store(item);
            }
          }

          public void sell(String name, String item) {
            depot(name).sell(item);
          }

          private Depot depot(String name) {
            return depots.computeIfAbsent(name, key -> new Depot());
          }
        }
        """
        .formatted(door, mark);
  }

  @Test
  void lockThatTheMethodMakesForTasksThatItCollects() {
    CheckTester.of(collected("Object lock = new Object();", "", "")).reportsWhatIsMarked();
  }

  @Test
  void lockThatEachTurnMakesForTheTaskThatItCollects() {
    CheckTester.of(collected("", "Object lock = new Object();", " // BUG: InconsistentLocking"))
        .reportsWhatIsMarked();
  }

  private static String collected(String outside, String inside, String mark) {
    return """
        import java.util.ArrayList;
        import java.util.List;
        import java.util.concurrent.Callable;
        import java.util.concurrent.ExecutorService;

        class Histogram {
          int[] of(ExecutorService pool, List<byte[]> images) throws InterruptedException {
            %s
            int[] buckets = new int[16];
            List<Callable<Void>> tasks = new ArrayList<>();
            for (byte[] image : images) {
              %s
              tasks.add(
                  () -> {
                    for (byte pixel : image) {
                      synchronized (lock) {
                        buckets[pixel & 15]++;%s
                      }
                    }
                    return null;
                  });
            }
            pool.invokeAll(tasks);
            return buckets;
          }
        }
        """
        .formatted(outside, inside, mark);
  }
}
