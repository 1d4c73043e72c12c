package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** A lock is held for the update, and for nothing else that can run without it. */
final class NarrowLockTest {

  @Test
  void alienCallBetweenLookAndWriteIsMadeBefore() {
    Refactoring.preferring("mutex")
        .turns(
            """
            import java.util.concurrent.Executor;

            class Sample {
              interface Store {
                void save(String photo);
              }

              private int count;

              void uploadAll(Store store, Executor pool, String... photos) {
                for (String photo : photos) {
                  pool.execute(() -> upload(store, photo));
                }
              }

              private void upload(Store store, String photo) {
                int current = count;
                store.save(photo); // takes its time
                count = current + 1;
              }
            }
            """,
            """
            import java.util.concurrent.Executor;

            class Sample {
              interface Store {
                void save(String photo);
              }

              private final Object lock = new Object();
              private int count;

              void uploadAll(Store store, Executor pool, String... photos) {
                for (String photo : photos) {
                  pool.execute(() -> upload(store, photo));
                }
              }

              private void upload(Store store, String photo) {
                store.save(photo); // takes its time
                synchronized (lock) {
                  int current = count;
                  count = current + 1;
                }
              }
            }
            """);
  }

  @Test
  void operandOfAnAlienCallIsComputedBefore() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              interface Tariff {
                double tolls(String route);
              }

              private volatile double cents;

              void add(Tariff tariff, String route) {
                cents += tariff.tolls(route) * 1.19;
              }
            }
            """,
            """
            class Sample {
              interface Tariff {
                double tolls(String route);
              }

              private final Object lock = new Object();
              private volatile double cents;

              void add(Tariff tariff, String route) {
                double operand = tariff.tolls(route) * 1.19;
                synchronized (lock) {
                  cents += operand;
                }
              }
            }
            """);
  }

  @Test
  void alienCallThatNeedsTheValueStaysInside() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              interface Model {
                double next(double value);
              }

              private volatile double mean;

              void add(Model model) {
                mean = model.next(mean);
              }
            }
            """,
            """
            class Sample {
              interface Model {
                double next(double value);
              }

              private final Object lock = new Object();
              private volatile double mean;

              void add(Model model) {
                synchronized (lock) {
                  mean = model.next(mean);
                }
              }
            }
            """);
  }

  @Test
  void alienCallGetsACopy() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              interface Log {
                void say(String text);
              }

              private volatile double mean;

              void add(double value) {
                mean += (value - mean) / 8;
              }

              void report(Log log) {
                log.say("mean " + mean);
                if (mean > 3) {
                  log.say("high");
                }
                mean = 0;
              }
            }
            """,
            """
            class Sample {
              interface Log {
                void say(String text);
              }

              private final Object lock = new Object();
              private volatile double mean;

              void add(double value) {
                synchronized (lock) {
                  mean += (value - mean) / 8;
                }
              }

              void report(Log log) {
                double currentMean;
                synchronized (lock) {
                  currentMean = mean;
                }
                log.say("mean " + currentMean);
                double currentMean2;
                synchronized (lock) {
                  currentMean2 = mean;
                }
                if (currentMean2 > 3) {
                  log.say("high");
                }
                synchronized (lock) {
                  mean = 0;
                }
              }
            }
            """);
  }

  @Test
  void usesThatDoNotDependOnEachOtherAreLockedOneByOne() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.Executor;

            class Sample {
              interface Mirror {
                byte[] fetch(String name);
              }

              private double started;
              private double bytes;

              void all(Executor pool, Mirror mirror, String... names) {
                for (String name : names) {
                  pool.execute(
                      () -> {
                        started += 1;
                        byte[] body = mirror.fetch(name);
                        bytes += body.length;
                      });
                }
              }
            }
            """,
            """
            import java.util.concurrent.Executor;

            class Sample {
              interface Mirror {
                byte[] fetch(String name);
              }

              private final Object lock = new Object();
              private double started;
              private double bytes;

              void all(Executor pool, Mirror mirror, String... names) {
                for (String name : names) {
                  pool.execute(
                      () -> {
                        synchronized (lock) {
                          started += 1;
                        }
                        byte[] body = mirror.fetch(name);
                        synchronized (lock) {
                          bytes += body.length;
                        }
                      });
                }
              }
            }
            """);
  }

  @Test
  void locksOfSeveralMethodsHaveTheSameName() {
    Refactoring.byDefault()
        .turns(
            """

            import java.util.List;

            class Sample {
              double mean(List<Double> values) {
                double[] sum = {0};
                values.parallelStream().forEach(v -> sum[0] += v);
                return sum[0] / values.size();
              }

              String all(List<String> words) {
                StringBuilder text = new StringBuilder();
                words.parallelStream().forEach(w -> text.append(w));
                return text.toString();
              }
            }
            """,
            """

            import java.util.List;

            class Sample {
              double mean(List<Double> values) {
                Object lock = new Object();
                double[] sum = {0};
                values.parallelStream().forEach(v -> {
                  synchronized (lock) {
                    sum[0] += v;
                  }
                });
                return sum[0] / values.size();
              }

              String all(List<String> words) {
                Object lock = new Object();
                StringBuilder text = new StringBuilder();
                words.parallelStream().forEach(w -> {
                  synchronized (lock) {
                    text.append(w);
                  }
                });
                return text.toString();
              }
            }
            """);
  }
}
