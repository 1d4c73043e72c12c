package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Ways to launch tasks: those whose tasks overlap, and those that run one at a time. */
final class LaunchedTasksTest {

  @Test
  void sequentialStreamRunsItsLambdaInPlace() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.Optional;

            class Census {
              private int households;

              int adults(List<Integer> ages, Optional<String> household) {
                int[] adults = {0};
                ages.stream().filter(age -> age >= 18).forEach(age -> adults[0]++);
                ages.forEach(age -> adults[0]++);
                household.ifPresent(name -> households++);
                return adults[0];
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadOfItsOwn() {
    CheckTester.of(
            """
            class Sirens {
              private int wailing;

              void alarm(int sirens) {
                for (int i = 0; i < sirens; i++) {
                  new Thread(() -> wailing++).start(); // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void subclassOfThread() {
    CheckTester.of(
            """
            class Crawler {
              private int pages;

              void crawl(int workers) {
                for (int i = 0; i < workers; i++) {
                  new Worker().start();
                }
              }

              private final class Worker extends Thread {
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
  void anonymousCallable() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.Callable;
            import java.util.concurrent.ExecutorService;

            class Survey {
              private int answers;

              void ask(ExecutorService pool, List<String> people) throws InterruptedException {
                List<Callable<Integer>> calls = new ArrayList<>();
                for (String person : people) {
                  calls.add(
                      new Callable<Integer>() {
                        @Override
                        public Integer call() {
                          answers += person.length(); // BUG: UnsafeReadModifyWrite
                          return answers;
                        }
                      });
                }
                pool.invokeAll(calls);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void methodReference() {
    CheckTester.of(
            """
            import java.util.concurrent.ForkJoinPool;

            class Meter {
              private int ticks;

              void measure(ForkJoinPool pool, int times) {
                for (int i = 0; i < times; i++) {
                  pool.execute(this::tick);
                }
              }

              private void tick() {
                ticks++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void timerRunsItsTasksOneAfterTheOther() {
    CheckTester.of(
            """
            import java.util.Timer;
            import java.util.TimerTask;

            class Clock {
              private final Timer timer = new Timer();
              private int seconds;
              private int minutes;

              void start() {
                timer.schedule(
                    new TimerTask() {
                      @Override
                      public void run() {
                        seconds++;
                      }
                    },
                    0,
                    1_000);
                timer.schedule(
                    new TimerTask() {
                      @Override
                      public void run() {
                        minutes++;
                      }
                    },
                    0,
                    60_000);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void timerAgainstAMethodThatOthersCall() {
    CheckTester.of(
            """
            import java.util.Timer;
            import java.util.TimerTask;

            class Watchdog {
              private final Timer timer = new Timer();
              private int missed;

              void start() {
                timer.schedule(
                    new TimerTask() {
                      @Override
                      public void run() {
                        missed++; // BUG: UnsafeReadModifyWrite
                      }
                    },
                    0,
                    1_000);
              }

              void heartbeat() {
                missed = 0;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void singleThreadExecutorRunsItsTasksOneAfterTheOther() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Journal {
              private final ExecutorService writer = Executors.newSingleThreadExecutor();
              private long entries;

              void append() {
                writer.execute(() -> entries++);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void schedulesOfALargerPoolOverlapEachOther() {
    CheckTester.of(
            """
            import java.util.concurrent.Executors;
            import java.util.concurrent.ScheduledExecutorService;
            import java.util.concurrent.TimeUnit;

            class Budget {
              private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(4);
              private int tokens;

              void start() {
                pool.scheduleAtFixedRate(this::refill, 0, 1, TimeUnit.SECONDS);
                pool.scheduleAtFixedRate(this::spend, 0, 2, TimeUnit.SECONDS);
              }

              private void refill() {
                tokens += 10; // BUG: UnsafeReadModifyWrite
              }

              private void spend() {
                tokens--; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void streamThatAMethodMakesParallel() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.stream.IntStream;
            import java.util.stream.Stream;

            class Figures {
              private final Answers answers = new Answers();
              private int odd;
              private long sum;
              private int printed;

              void count() {
                answers.forFigures().filter(a -> a % 2 != 0).forEach(a -> odd++); // BUG: UnsafeReadModifyWrite
                answers.values().forEach(v -> sum += v); // BUG: UnsafeReadModifyWrite
                answers.forPrinting().forEach(a -> printed++);
              }
            }

            class Answers {
              private List<Integer> all = List.of();

              Stream<Integer> forFigures() {
                return all.stream().parallel();
              }

              Stream<Integer> forPrinting() {
                return all.stream();
              }

              IntStream values() {
                return forFigures().mapToInt(a -> a);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void taskThatRunsInPlaceWhereTheExecutorRejectsIt() {
    CheckTester.of(notifying("RejectedExecutionException", "")).reportsWhatIsMarked();
  }

  @Test
  void taskThatRunsInPlaceAfterAnyFailure() {
    CheckTester.of(notifying("IllegalStateException", " // BUG: UnsafeReadModifyWrite"))
        .reportsWhatIsMarked();
  }

  private static String notifying(String failure, String mark) {
    return """
        import java.util.concurrent.Executor;
        import java.util.concurrent.RejectedExecutionException;

        class Notifier {
          static class Listener {
            int calls;
          }

          void tell(Executor executor, Listener listener) {
            try {
              executor.execute(() -> call(listener));
            } catch (%s e) {
              call(listener);
            }
          }

          private void call(Listener listener) {
            listener.calls++;%s
          }
        }
        """
        .formatted(failure, mark);
  }

  @Test
  void runnableThatLaunchesTasksInALoopSharesItsStateWithThem() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Poller implements Runnable {
              private final ExecutorService workers = Executors.newFixedThreadPool(8);
              private final Map<String, Integer> failures = new HashMap<>();
              private volatile boolean running = true;

              @Override
              public void run() {
                while (running) {
                  workers.submit(() -> process("topic"));
                }
              }

              private void process(String topic) {
                failures.merge(topic, 1, Integer::sum); // BUG: UnguardedCollectionMutation
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void runnableThatLaunchesOneTaskLeavesItItsState() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Poller implements Runnable {
              private final ExecutorService workers = Executors.newFixedThreadPool(8);
              private final Map<String, Integer> failures = new HashMap<>();

              @Override
              public void run() {
                workers.submit(() -> process("topic"));
              }

              private void process(String topic) {
                failures.merge(topic, 1, Integer::sum);
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
