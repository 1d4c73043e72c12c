package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** A lock for each owner does not guard what owners have in common. */
final class OwnershipTest {

  @Test
  void whatWasHandedInIsLockedItself() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.List;
            import java.util.concurrent.Executor;

            class Sample {
              static void start(Executor pool, double[] rim, Ledger ledger) {
                for (int strip = 0; strip < 8; strip++) {
                  pool.execute(new Cooling(rim));
                  pool.execute(new Settlement(ledger));
                }
              }

              static class Ledger {
                double settled;
              }

              static class Cooling implements Runnable {
                private final double[] rim;

                Cooling(double[] rim) {
                  this.rim = rim;
                }

                @Override
                public void run() {
                  for (int x = 0; x < rim.length; x++) {
                    rim[x] *= 0.98;
                  }
                }
              }

              static class Settlement implements Runnable {
                private final Ledger ledger;

                Settlement(Ledger ledger) {
                  this.ledger = ledger;
                }

                @Override
                public void run() {
                  ledger.settled++;
                }
              }
            }
            """,
            """
            import java.util.List;
            import java.util.concurrent.Executor;

            class Sample {
              static void start(Executor pool, double[] rim, Ledger ledger) {
                for (int strip = 0; strip < 8; strip++) {
                  pool.execute(new Cooling(rim));
                  pool.execute(new Settlement(ledger));
                }
              }

              static class Ledger {
                private final Object lock = new Object();
                double settled;
              }

              static class Cooling implements Runnable {
                private final double[] rim;

                Cooling(double[] rim) {
                  this.rim = rim;
                }

                @Override
                public void run() {
                  synchronized (rim) {
                    for (int x = 0; x < rim.length; x++) {
                      rim[x] *= 0.98;
                    }
                  }
                }
              }

              static class Settlement implements Runnable {
                private final Ledger ledger;

                Settlement(Ledger ledger) {
                  this.ledger = ledger;
                }

                @Override
                public void run() {
                  synchronized (ledger.lock) {
                    ledger.settled++;
                  }
                }
              }
            }
            """);
  }

  @Test
  void stateOfAnotherObjectIsLeft() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.concurrent.Executor;

            class Sample {
              static void start(Executor pool, StringBuilder text) {
                for (int strip = 0; strip < 8; strip++) {
                  pool.execute(new Writer(text));
                }
              }

              static class Writer implements Runnable {
                private final StringBuilder text;

                Writer(StringBuilder text) {
                  this.text = text;
                }

                @Override
                public void run() {
                  text.append("a");
                }
              }
            }
            """);
  }

  @Test
  void lockOfAnInnerObjectIsNoLockOfTheOuter() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.ArrayList;
            import java.util.List;

            class Sample {
              private final List<Worker> workers = new ArrayList<>();
              private double completed;

              void start() {
                for (int i = 0; i < 4; i++) {
                  Worker worker = new Worker();
                  workers.add(worker);
                  worker.start();
                }
              }

              double completed() {
                return completed;
              }

              private class Worker extends Thread {
                private int mine;

                @Override
                public void run() {
                  done();
                }

                private synchronized void done() {
                  mine++;
                  completed++;
                }
              }
            }
            """);
  }

  @Test
  void whatIsReadOutAndResetIsLockedTogether() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.Executor;

            class Sample {
              private final double[] next = new double[8];
              private final double[] cells = new double[8];

              void start(Executor pool) {
                while (true) {
                  pool.execute(() -> add(1, 0.5));
                  pool.execute(this::fold);
                }
              }

              void add(int i, double by) {
                next[i] += by;
              }

              void fold() {
                double sum = 0;
                for (int i = 0; i < 8; i++) {
                  sum += next[i];
                  next[i] = 0;
                }
              }
            }
            """,
            """
            import java.util.concurrent.Executor;

            class Sample {
              private final Object lock = new Object();
              private final double[] next = new double[8];
              private final double[] cells = new double[8];

              void start(Executor pool) {
                while (true) {
                  pool.execute(() -> add(1, 0.5));
                  pool.execute(this::fold);
                }
              }

              void add(int i, double by) {
                synchronized (lock) {
                  next[i] += by;
                }
              }

              void fold() {
                double sum = 0;
                for (int i = 0; i < 8; i++) {
                  synchronized (lock) {
                    sum += next[i];
                    next[i] = 0;
                  }
                }
              }
            }
            """);
  }
}
