package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** What a lock that the code has not had before must not be held for. */
final class NewSectionsTest {

  @Test
  void alienMethodIsNotCalledUnderANewLock() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.concurrent.Executor;

            class Sample {
              interface Listener {
                void first();
              }

              private final Listener listener;
              private volatile double sum;
              private volatile double last;

              Sample(Listener listener) {
                this.listener = listener;
              }

              void start(Executor pool) {
                while (true) {
                  pool.execute(() -> add(1));
                  pool.execute(this::last);
                }
              }

              void add(double x) {
                if (sum == 0) {
                  sum = x;
                  listener.first();
                }
              }

              double last() {
                if (last == 0) {
                  last = sum / 2;
                }
                return last;
              }
            }
            """);
  }

  @Test
  void variableThatAFailureResetsIsLeft() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.concurrent.Executor;

            class Sample {
              interface Registry {
                Object find();
              }

              private Object handle;

              void start(Executor pool, Registry registry) {
                while (true) {
                  pool.execute(() -> call(registry));
                }
              }

              private Object handle(Registry registry) {
                if (handle != null) {
                  return handle;
                }
                try {
                  handle = registry.find();
                } catch (RuntimeException e) {
                  System.out.println(e);
                }
                return handle;
              }

              private void forget() {
                handle = null;
              }

              void call(Registry registry) {
                try {
                  System.out.println(handle(registry));
                } catch (RuntimeException e) {
                  forget();
                  throw e;
                }
              }
            }
            """);
  }

  @Test
  void localThatTheLoopGoesOnWithIsLeft() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.ArrayList;
            import java.util.Iterator;
            import java.util.List;
            import java.util.concurrent.Executor;

            class Sample {
              void sweep(Executor pool) {
                List<String> names = new ArrayList<>(List.of("", "a"));
                Iterator<String> each = names.iterator();
                while (each.hasNext()) {
                  String name = each.next();
                  pool.execute(
                      () -> {
                        if (name.isEmpty()) {
                          each.remove();
                        }
                      });
                }
              }
            }
            """);
  }

  @Test
  void splitDeclarationStaysFinalAndCommentsDoNotIndent() {
    Refactoring.byDefault()
        .turns(
            """
            /*
             * Not code:
               indented as it likes
             */
            class Sample {
                private volatile double sum;

                double add(double x) {
                    final double before = sum;
                    sum = before + x;
                    return before;
                }
            }
            """,
            """
            /*
             * Not code:
               indented as it likes
             */
            class Sample {
                private final Object lock = new Object();
                private volatile double sum;

                double add(double x) {
                    final double before;
                    synchronized (lock) {
                        before = sum;
                        sum = before + x;
                    }
                    return before;
                }
            }
            """);
  }

  @Test
  void variableThatIsOnlyCountedWhenACallFailsIsLocked() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.Executor;

            class Sample implements java.io.Serializable {
              private int errors;

              void start(Executor pool, Iterable<Integer> numbers) {
                for (int number : numbers) {
                  pool.execute(() -> report(number));
                }
              }

              private void report(int number) {
                try {
                  print(100 / number);
                } catch (ArithmeticException e) {
                  failed();
                }
              }

              private void failed() {
                errors++;
              }

              private void print(int number) {
                System.out.println(number + " " + errors);
              }
            }
            """,
            """
            import java.util.concurrent.Executor;

            class Sample implements java.io.Serializable {
              private int errors;

              void start(Executor pool, Iterable<Integer> numbers) {
                for (int number : numbers) {
                  pool.execute(() -> report(number));
                }
              }

              private void report(int number) {
                try {
                  print(100 / number);
                } catch (ArithmeticException e) {
                  failed();
                }
              }

              private void failed() {
                synchronized (this) {
                  errors++;
                }
              }

              private void print(int number) {
                int currentErrors;
                synchronized (this) {
                  currentErrors = errors;
                }
                System.out.println(number + " " + currentErrors);
              }
            }
            """);
  }

  @Test
  void lockOfABystanderGuardsBoth() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.ExecutorService;

            class Sample {
              private final StringBuilder text = new StringBuilder();
              private long rows;

              void trace(ExecutorService pool, int n) {
                for (int i = 0; i < n; i++) {
                  pool.submit(
                      () -> {
                        text.append("row;");
                        synchronized (this) {
                          rows++;
                        }
                      });
                }
              }

              String report() {
                return text.append(rows).toString();
              }
            }
            """,
            """
            import java.util.concurrent.ExecutorService;

            class Sample {
              private final StringBuilder text = new StringBuilder();
              private long rows;

              void trace(ExecutorService pool, int n) {
                for (int i = 0; i < n; i++) {
                  pool.submit(
                      () -> {
                        synchronized (this) {
                          text.append("row;");
                          rows++;
                        }
                      });
                }
              }

              String report() {
                synchronized (this) {
                  return text.append(rows).toString();
                }
              }
            }
            """);
  }

  @Test
  void lookRightAfterTheUpdateHasWhatItLeft() {
    Refactoring.byDefault()
        .turns(
            """

            import java.util.concurrent.ExecutorService;

            class Sample {
              private double weight;
              private int parts;

              void load(ExecutorService pool, int all) {
                for (int i = 0; i < all; i++) {
                  double kilograms = i * 0.5;
                  pool.execute(
                      () -> {
                        weight += kilograms;
                        parts++;
                        if (parts == all) {
                          System.out.println("done");
                        }
                      });
                }
              }

              double mean() {
                return weight / parts;
              }
            }
            """,
            """

            import java.util.concurrent.ExecutorService;

            class Sample {
              private final Object lock = new Object();
              private double weight;
              private int parts;

              void load(ExecutorService pool, int all) {
                for (int i = 0; i < all; i++) {
                  double kilograms = i * 0.5;
                  pool.execute(
                      () -> {
                        int currentParts;
                        synchronized (lock) {
                          weight += kilograms;
                          parts++;
                          currentParts = parts;
                        }
                        if (currentParts == all) {
                          System.out.println("done");
                        }
                      });
                }
              }

              double mean() {
                synchronized (lock) {
                  return weight / parts;
                }
              }
            }
            """);
  }
}
