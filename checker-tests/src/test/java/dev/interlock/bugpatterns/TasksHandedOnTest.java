package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Tasks in what libraries make of them: arrays, fixed lists, futures, what a function returns. */
final class TasksHandedOnTest {

  @Test
  void arrayThatIsMadeOfTasks() {
    CheckTester.of(
            """
            import java.util.concurrent.Executor;

            class Choir {
              private int notes;

              void sing(Executor voices) {
                Runnable[] parts = {
                  () -> notes++, // BUG: UnsafeReadModifyWrite
                  () -> notes += 2, // BUG: UnsafeReadModifyWrite
                };
                for (Runnable part : parts) {
                  voices.execute(part);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void arrayOfTasksThatRunInPlace() {
    CheckTester.of(
            """
            class Choir {
              private int notes;

              void sing() {
                Runnable[] parts = {() -> notes++, () -> notes += 2};
                for (Runnable part : parts) {
                  part.run();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void fixedListOfTasks() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.Executor;

            class Choir {
              private int notes;

              void sing(Executor voices) {
                List<Runnable> parts =
                    List.of(
                        () -> notes++, // BUG: UnsafeReadModifyWrite
                        this::hum);
                for (Runnable part : parts) {
                  voices.execute(part);
                }
              }

              private void hum() {
                notes += 2; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void fixedListOfTasksThatRunInPlace() {
    CheckTester.of(
            """
            import java.util.List;

            class Choir {
              private int notes;

              void sing() {
                List<Runnable> parts = List.of(() -> notes++, this::hum);
                for (Runnable part : parts) {
                  part.run();
                }
              }

              private void hum() {
                notes += 2;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void callableThatThreadsRunAsAFutureTask() {
    CheckTester.of(
            """
            import java.util.concurrent.FutureTask;

            class Lottery {
              private int drawn;

              void draw(int balls) {
                for (int i = 0; i < balls; i++) {
                  FutureTask<Integer> ball =
                      new FutureTask<>(
                          () -> drawn++); // BUG: UnsafeReadModifyWrite
                  new Thread(ball).start();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void callableOfAFutureTaskWhoseResultIsAwaited() {
    CheckTester.of(
            """
            import java.util.concurrent.FutureTask;

            class Lottery {
              static int draw(int balls) throws Exception {
                int[] drawn = {0};
                for (int i = 0; i < balls; i++) {
                  FutureTask<Integer> ball = new FutureTask<>(() -> drawn[0]++);
                  new Thread(ball).start();
                  ball.get();
                }
                return drawn[0];
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void futureTaskOfAHelper() {
    CheckTester.of(
            """
            import java.util.concurrent.Executor;
            import java.util.concurrent.FutureTask;

            class Lottery {
              private int drawn;

              private FutureTask<Integer> ball() {
                return new FutureTask<>(
                    () -> drawn++); // BUG: UnsafeReadModifyWrite
              }

              void draw(Executor pool) {
                FutureTask<Integer> first = ball();
                pool.execute(first);
                pool.execute(ball());
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void taskThatASupplierMakes() {
    CheckTester.of(
            """
            import java.util.concurrent.Executor;
            import java.util.function.Supplier;

            class Kiosk {
              private int sold;

              void open(Executor clerks) {
                Supplier<Runnable> sales = () -> () -> sold++; // BUG: UnsafeReadModifyWrite
                clerks.execute(sales.get());
                clerks.execute(sales.get());
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void taskThatASupplierMakesToRunInPlace() {
    CheckTester.of(
            """
            import java.util.function.Supplier;

            class Kiosk {
              private int sold;

              void open() {
                Supplier<Runnable> sales = () -> () -> sold++;
                sales.get().run();
                sales.get().run();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void streamThatIsParallelOnlyUpToItsLastWord() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.Collection;
            import java.util.List;

            class Names {
              static List<String> parallel(Collection<String> names) {
                List<String> trimmed = new ArrayList<>();
                names.stream().parallel().map(String::trim).forEach(
                    name -> trimmed.add(name)); // BUG: UnguardedCollectionMutation
                return trimmed;
              }

              static List<String> sequential(Collection<String> names) {
                List<String> trimmed = new ArrayList<>();
                names.stream().parallel().map(String::trim).sequential().forEach(trimmed::add);
                return trimmed;
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
