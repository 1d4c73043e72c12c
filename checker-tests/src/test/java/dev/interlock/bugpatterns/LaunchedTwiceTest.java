package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** One task that is made once and launched by two calls. */
final class LaunchedTwiceTest {

  @Test
  void lambdaOfAFieldThatOneMethodLaunchesTwice() {
    CheckTester.of(
            """
            import java.util.concurrent.Executor;

            class Drums {
              private final Runnable roll = () -> this.beats++; // BUG: UnsafeReadModifyWrite
              private int beats;

              void play(Executor players) {
                players.execute(roll);
                players.execute(roll);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void anonymousTaskOfAFieldThatOneMethodLaunchesTwice() {
    CheckTester.of(
            """
            import java.util.concurrent.Executor;

            class Drums {
              private int beats;

              private final Runnable roll =
                  new Runnable() {
                    @Override
                    public void run() {
                      beats++; // BUG: UnsafeReadModifyWrite
                    }
                  };

              void play(Executor players) {
                players.execute(roll);
                players.execute(roll);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void taskOfAFieldThatOneMethodLaunchesOnceOrTheOtherWay() {
    CheckTester.of(
            """
            import java.util.concurrent.Executor;

            class Drums {
              private final Runnable roll = () -> this.beats++;
              private int beats;

              void play(Executor players, Executor guests, boolean visit) {
                if (visit) {
                  guests.execute(roll);
                } else {
                  players.execute(roll);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void taskOfAFactoryThatIsLaunchedTwice() {
    CheckTester.of(
            """
            class Beats {
              static Runnable counting(int[] beats) {
                return () -> beats[0]++; // BUG: UnsafeReadModifyWrite
              }
            }
            """,
            """
            import java.util.concurrent.Executor;

            class Drums {
              static void play(Executor players) {
                int[] beats = {0};
                Runnable roll = Beats.counting(beats);
                players.execute(roll);
                players.execute(roll);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void taskOfAFactoryThatIsLaunchedWhenTheFirstRunHasEnded() {
    CheckTester.of(
            """
            class Beats {
              static Runnable counting(int[] beats) {
                return () -> beats[0]++;
              }
            }
            """,
            """
            import java.util.concurrent.ExecutorService;

            class Drums {
              static void play(ExecutorService players) throws Exception {
                int[] beats = {0};
                Runnable roll = Beats.counting(beats);
                players.submit(roll).get();
                players.submit(roll).get();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void tasksOfAFactoryThatAreBothWaitedForAtTheEnd() {
    CheckTester.of(
            """
            class Drums {
              private int beats;

              int play() throws InterruptedException {
                Thread left = new Thread(roll());
                Thread right = new Thread(roll());
                left.start();
                right.start();
                left.join();
                right.join();
                return beats;
              }

              private Runnable roll() {
                return () -> beats++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void tasksOfAFactoryOfWhichOneIsWaitedForBeforeTheOtherIsLaunched() {
    CheckTester.of(
            """
            class Drums {
              private int beats;

              int play() throws InterruptedException {
                Thread left = new Thread(roll());
                Thread right = new Thread(roll());
                left.start();
                left.join();
                right.start();
                right.join();
                return beats;
              }

              private Runnable roll() {
                return () -> beats++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void tasksOfAFactoryOfWhichOneIsLaunched() {
    CheckTester.of(
            """
            class Drums {
              private int beats;

              int play(boolean left) throws InterruptedException {
                Thread player;
                if (left) {
                  player = new Thread(roll());
                  player.start();
                } else {
                  player = new Thread(roll());
                  player.start();
                }
                player.join();
                return beats;
              }

              private Runnable roll() {
                return () -> beats++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void taskOfAFactoryBesideTheCodeThatWaitsForIt() {
    CheckTester.of(
            """
            class Drums {
              private int beats;
              private int rests;

              int play() throws InterruptedException {
                Thread player = new Thread(roll());
                rests++;
                player.start();
                beats++; // BUG: UnsafeReadModifyWrite
                player.join();
                rests++;
                return beats + rests;
              }

              private Runnable roll() {
                return () -> {
                  beats++; // BUG: UnsafeReadModifyWrite
                  rests++;
                };
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void oneTaskOfEachOfTwoObjects() {
    CheckTester.of(
            """
            class Drum {
              private int beats;

              Runnable roll() {
                return () -> beats++;
              }
            }
            """,
            """
            class Drums {
              private final Drum left = new Drum();
              private final Drum right = new Drum();

              void start() {
                new Thread(left.roll()).start();
                new Thread(right.roll()).start();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void twoTasksOfOneObject() {
    CheckTester.of(
            """
            class Drum {
              private int beats;

              Runnable roll() {
                return () -> beats++; // BUG: UnsafeReadModifyWrite
              }
            }
            """,
            """
            class Drums {
              private final Drum left = new Drum();

              void start() {
                new Thread(left.roll()).start();
                new Thread(left.roll()).start();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void keptTaskThatEachCallLaunches() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Journal {
              private final ExecutorService pool = Executors.newFixedThreadPool(4);
              private final Runnable flush = this::flush;
              private int flushes;

              public void written() {
                pool.execute(flush);
              }

              private void flush() {
                flushes++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void keptTaskThatOneThreadRuns() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Journal {
              private final ExecutorService pool = Executors.newSingleThreadExecutor();
              private final Runnable flush = this::flush;
              private int flushes;

              public void written() {
                pool.execute(flush);
              }

              private void flush() {
                flushes++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void keptTaskThatIsLaunchedIfItDoesNotRun() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;
            import java.util.concurrent.atomic.AtomicBoolean;

            class Journal {
              private final ExecutorService pool = Executors.newFixedThreadPool(4);
              private final AtomicBoolean running = new AtomicBoolean();
              private final Runnable flush = this::flush;
              private int flushes;

              public void written() {
                if (running.compareAndSet(false, true)) {
                  pool.execute(flush);
                }
              }

              private void flush() {
                flushes++;
                running.set(false);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void keptTaskThatLaunchesItselfAgain() {
    CheckTester.of(
            """
            import java.util.concurrent.Executors;
            import java.util.concurrent.ScheduledExecutorService;
            import java.util.concurrent.TimeUnit;

            class Journal {
              private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(4);
              private final Runnable flush = this::flush;
              private int flushes;

              private void flush() {
                flushes++;
                pool.schedule(flush, 1, TimeUnit.SECONDS);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void noThreadIsStartedTwice() {
    CheckTester.of(
            """
            import java.util.LinkedList;
            import java.util.List;
            import java.util.concurrent.atomic.AtomicBoolean;

            class Pool {
              private final List<Worker> busy = new LinkedList<>();
              private final List<Worker> idle = new LinkedList<>();

              void open(int size) {
                for (int i = 0; i < size; i++) {
                  idle.add(new Worker());
                }
                for (Worker worker : idle) {
                  worker.start();
                }
              }

              void runLast() {
                Worker last = new Worker();
                busy.add(last);
                idle.add(last);
                last.start();
              }

              static class Worker extends Thread {
                private final AtomicBoolean run = new AtomicBoolean(true);

                @Override
                public void run() {
                  while (run.get()) {
                    if (Math.random() > 0.5) {
                      run.set(false);
                    }
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadThatIsMadeForATaskAndGivenToTheRuntime() {
    CheckTester.of(
            """
            class Journal {
              private int closed;
              private int written;

              Journal() {
                Runtime.getRuntime().addShutdownHook(new Thread(this::close));
                Thread other = new Thread(this::flush);
                Runtime.getRuntime().addShutdownHook(other);
              }

              private void close() {
                closed++;
              }

              private void flush() {
                written++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void hooksThatShareWhatTheyCount() {
    CheckTester.of(
            """
            class Journal {
              private int closed;

              Journal() {
                Runtime.getRuntime().addShutdownHook(new Thread(this::close));
                Runtime.getRuntime().addShutdownHook(new Thread(this::close));
              }

              private void close() {
                closed++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
