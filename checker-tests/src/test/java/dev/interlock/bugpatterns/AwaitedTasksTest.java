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
}
