package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Tasks whose end somebody waits for, and tasks that go on beside their launcher. */
final class AwaitedTasksTest {

  @Test
  void oneThreadThatIsJoinedBeforeTheNextAccess() {
    CheckTester.of(
            """
            class Siren {
              private int wailing;

              int alarm() throws InterruptedException {
                Thread siren = new Thread(() -> wailing++);
                siren.start();
                siren.join();
                wailing++;
                return wailing;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void launcherThatGoesOnBeforeItsTaskHasEnded() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Future;

            class Race {
              private int penalties;
              private int finished;

              private void harbourRun(String crew) throws InterruptedException {
                Thread boat = new Thread(() -> penalties += crew.length()); // BUG: UnsafeReadModifyWrite
                boat.start();
                penalties++; // BUG: UnsafeReadModifyWrite
                boat.join();
                penalties++;
              }

              private void timeTrial(String crew) throws InterruptedException {
                finished++;
                Thread boat = new Thread(() -> finished += crew.length());
                boat.start();
                boat.join();
                finished++;
              }

              static void regatta() throws InterruptedException {
                Race race = new Race();
                race.timeTrial("Cygnet");
                race.harbourRun("Heron");
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void helperThatWaitsForTheTasksItLaunches() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.CountDownLatch;
            import java.util.concurrent.ExecutorService;

            class Dyer {
              private int dyed;

              private void dye(ExecutorService pool, List<String> skeins) throws InterruptedException {
                eachAtOnce(pool, skeins, () -> dyed++); // BUG: UnsafeReadModifyWrite
                dyed /= 2;
              }

              private static void eachAtOnce(ExecutorService pool, List<String> items, Runnable body)
                  throws InterruptedException {
                CountDownLatch done = new CountDownLatch(items.size());
                for (String item : items) {
                  pool.execute(
                      () -> {
                        body.run();
                        done.countDown();
                      });
                }
                done.await();
              }

              static void evening(ExecutorService pool, List<String> skeins) throws InterruptedException {
                new Dyer().dye(pool, skeins);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadsThatMeetAtABarrierOverlapInBetween() {
    CheckTester.of(
            """
            import java.util.concurrent.CyclicBarrier;

            class Glacier {
              private final double[] flow = new double[8];
              private final CyclicBarrier barrier = new CyclicBarrier(8);
              private int arrivals;
              private int steps;

              void run() {
                for (int i = 0; i < 8; i++) {
                  int column = i;
                  new Thread(() -> move(column, 10)).start();
                }
              }

              private void move(int column, int rounds) {
                try {
                  for (int round = 0; round < rounds; round++) {
                    flow[column] += 0.1;
                    barrier.await();
                    arrivals++; // BUG: UnsafeReadModifyWrite
                    if (column == 0) {
                      steps++;
                    }
                    barrier.await();
                  }
                } catch (Exception e) {
                  Thread.currentThread().interrupt();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void taskOfAnEarlierTurnOfTheCallersLoop() {
    CheckTester.of(
            """
            import java.util.Queue;
            import java.util.concurrent.ExecutorService;

            class Relay implements Runnable {
              private final ExecutorService sender;
              private final Queue<String> records;
              private int inFlight;
              private int sent;

              Relay(ExecutorService sender, Queue<String> records) {
                this.sender = sender;
                this.records = records;
              }

              @Override
              public void run() {
                for (String record = records.poll(); record != null; record = records.poll()) {
                  forward(record);
                }
              }

              private void forward(String record) {
                inFlight++; // BUG: UnsafeReadModifyWrite
                sent++;
                sender.execute(
                    () -> {
                      System.out.println(record);
                      inFlight--; // BUG: UnsafeReadModifyWrite
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void taskThatHasEndedBeforeTheNextTurnOfTheCallersLoop() {
    CheckTester.of(
            """
            import java.util.Queue;
            import java.util.concurrent.ExecutionException;
            import java.util.concurrent.ExecutorService;

            class Relay implements Runnable {
              private final ExecutorService sender;
              private final Queue<String> records;
              private int inFlight;

              Relay(ExecutorService sender, Queue<String> records) {
                this.sender = sender;
                this.records = records;
              }

              @Override
              public void run() {
                try {
                  for (String record = records.poll(); record != null; record = records.poll()) {
                    forward();
                  }
                } catch (InterruptedException | ExecutionException e) {
                  Thread.currentThread().interrupt();
                }
              }

              private void forward() throws InterruptedException, ExecutionException {
                inFlight++;
                sender.submit(() -> inFlight--).get();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void listenerThatAThreadCallsAgainAndAgainWhileItsMakerWaits() {
    CheckTester.of(
            """
            import java.util.HashSet;
            import java.util.List;
            import java.util.Set;
            import java.util.concurrent.ExecutionException;
            import java.util.concurrent.FutureTask;
            import java.util.function.Consumer;
            import java.util.function.Supplier;

            class LargeStack {
              static <T> T call(Supplier<T> code) throws InterruptedException, ExecutionException {
                FutureTask<T> task = new FutureTask<>(code::get);
                new Thread(null, task, "large", 1 << 20).start();
                return task.get();
              }
            }

            class Notes implements Consumer<String> {
              private final Set<String> told = new HashSet<>();

              @Override
              public void accept(String note) {
                if (told.add(note)) {
                  System.out.println(note);
                }
              }
            }

            class Analysis {
              private final Consumer<String> notes;

              Analysis(Consumer<String> notes) {
                this.notes = notes;
              }

              int analyse(List<String> classes) throws InterruptedException, ExecutionException {
                return LargeStack.call(() -> findings(classes));
              }

              private int findings(List<String> classes) {
                for (String type : classes) {
                  guarded(type, () -> System.out.println(type));
                }
                return classes.size();
              }

              private void guarded(String subject, Runnable step) {
                try {
                  step.run();
                } catch (RuntimeException e) {
                  notes.accept(subject);
                }
              }
            }

            class Plugin {
              void run(List<String> classes) throws InterruptedException, ExecutionException {
                new Analysis(new Notes()).analyse(classes);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whatATaskDoesWhenItHasLetTheOthersGoOn() {
    CheckTester.of(latch("counted.countDown();", "// BUG: UnsafeReadModifyWrite", ""))
        .reportsWhatIsMarked();
    CheckTester.of(latch("", "", "counted.countDown();")).reportsWhatIsMarked();
  }

  private static String latch(String early, String mark, String late) {
    return """
        import java.util.concurrent.CountDownLatch;
        import java.util.concurrent.ExecutorService;

        class Census {
          private int people;

          int count(ExecutorService pool, int[] houses) throws InterruptedException {
            CountDownLatch counted = new CountDownLatch(1);
            pool.execute(
                () -> {
                  %1$s
                  for (int house : houses) {
                    people += house; %2$s
                  }
                  %3$s
                });
            counted.await();
            people += 1; %2$s
            return people;
          }
        }
        """
        .formatted(early, mark, late);
  }

  @Test
  void signalThatIsGivenOnTheWayToAnotherOne() {
    CheckTester.of(
            """
            import java.util.concurrent.CountDownLatch;
            import java.util.concurrent.ExecutorService;

            class Race {
              private int laps;

              int run(ExecutorService pool) throws InterruptedException {
                CountDownLatch ready = new CountDownLatch(1);
                CountDownLatch start = new CountDownLatch(1);
                CountDownLatch done = new CountDownLatch(1);
                pool.submit(
                    () -> {
                      ready.countDown();
                      start.await();
                      laps++;
                      done.countDown();
                      return null;
                    });
                ready.await();
                laps += 10;
                start.countDown();
                done.await();
                laps += 10;
                return laps;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void futureThatIsCompletedByATaskAndOneThatStandsForIt() {
    CheckTester.of(
            """
            import java.util.concurrent.CompletableFuture;

            class Letters {
              private int read;
              private int written;

              void read() {
                CompletableFuture<Integer> opened = new CompletableFuture<>();
                CompletableFuture.runAsync(
                    () -> {
                      opened.complete(1);
                      read++; // BUG: UnsafeReadModifyWrite
                    });
                opened.join();
                read++; // BUG: UnsafeReadModifyWrite
              }

              void write() {
                CompletableFuture<Integer> begun = new CompletableFuture<>();
                CompletableFuture<Void> all =
                    CompletableFuture.runAsync(
                        () -> {
                          begun.complete(1);
                          written++;
                        });
                all.join();
                written++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void semaphoreWithoutPermits() {
    CheckTester.of(semaphore("dishes++; cooked.release();", "")).reportsWhatIsMarked();
    CheckTester.of(semaphore("cooked.release(); dishes++;", "// BUG: UnsafeReadModifyWrite"))
        .reportsWhatIsMarked();
  }

  private static String semaphore(String task, String mark) {
    return """
        import java.util.concurrent.Semaphore;

        class Kitchen {
          private final Semaphore cooked = new Semaphore(0);
          private int dishes;

          void serve() throws InterruptedException {
            new Thread(() -> { %1$s }).start(); %2$s
            cooked.acquire();
            dishes++; %2$s
          }
        }
        """
        .formatted(task, mark);
  }

  @Test
  void permitThatAnybodyMayHaveReleased() {
    CheckTester.of(
            """
            import java.util.concurrent.Semaphore;

            class Shelf {
              private final Semaphore items = new Semaphore(0);
              private int count;

              void put() {
                count++; // BUG: UnsafeReadModifyWrite
                items.release();
              }

              void take() throws InterruptedException {
                items.acquire();
                count--; // BUG: UnsafeReadModifyWrite
              }

              void open() {
                new Thread(this::put).start();
                new Thread(
                        () -> {
                          try {
                            take();
                          } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                          }
                        })
                    .start();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void waitForAnEarlierTaskIsNoneForTheNextOne() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Import {
              private int finished;

              void load(ExecutorService pool) throws Exception {
                pool.submit(() -> System.gc()).get();
                pool.execute(this::finish);
              }

              private void finish() {
                finished++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
