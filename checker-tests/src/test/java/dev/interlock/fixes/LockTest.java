package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** A lock in use already, or a new one, is held around all uses of a variable. */
final class LockTest {

  @Test
  void lockOfTheOtherUsesIsTaken() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final ReentrantLock lock = new ReentrantLock();
              private long cents;

              void deposit(long amount) {
                lock.lock();
                try {
                  cents += amount;
                } finally {
                  lock.unlock();
                }
              }

              void withdraw(long amount) {
                cents -= amount; // in a hurry
              }
            }
            """,
            """
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final ReentrantLock lock = new ReentrantLock();
              private long cents;

              void deposit(long amount) {
                lock.lock();
                try {
                  cents += amount;
                } finally {
                  lock.unlock();
                }
              }

              void withdraw(long amount) {
                lock.lock();
                try {
                  cents -= amount; // in a hurry
                } finally {
                  lock.unlock();
                }
              }
            }
            """);
  }

  @Test
  void variablesThatChangeTogetherGetOneLockOfTheirOwn() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              /** How many so far. */
              private volatile long samples;

              private volatile double mean;

              void add(double value) {
                samples++;
                // a running mean
                mean += (value - mean) / samples;
              }

              String report() {
                return samples + ": " + mean;
              }
            }
            """,
            """
            class Sample {
              private final Object lock = new Object();

              /** How many so far. */
              private volatile long samples;

              private volatile double mean;

              void add(double value) {
                synchronized (lock) {
                  samples++;
                  // a running mean
                  mean += (value - mean) / samples;
                }
              }

              String report() {
                synchronized (lock) {
                  return samples + ": " + mean;
                }
              }
            }
            """);
  }

  @Test
  void smallestSectionIsLockedAndDeclarationsAreSplit() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              private volatile double mean;

              double observe(double value) {
                System.out.println(value);
                double before = mean;
                double error = value - before;
                mean = before + error / 2;
                System.out.println(error);
                return error;
              }
            }
            """,
            """
            class Sample {
              private final Object lock = new Object();
              private volatile double mean;

              double observe(double value) {
                System.out.println(value);
                double error;
                synchronized (lock) {
                  double before = mean;
                  error = value - before;
                  mean = before + error / 2;
                }
                System.out.println(error);
                return error;
              }
            }
            """);
  }

  @Test
  void mutexIsTakenWhenPreferred() {
    Refactoring.preferring("mutex")
        .turns(
            """
            class Sample {
              private static volatile int hits;

              static int hit() { return ++hits; }
            }
            """,
            """
            class Sample {
              private static final Object LOCK = new Object();
              private static volatile int hits;

              static int hit() { synchronized (LOCK) { return ++hits; } }
            }
            """);
  }

  @Test
  void lazyInitializationIsLocked() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.Executor;

            class Sample {
              private StringBuilder banner;

              CharSequence banner() {
                if (banner == null) {
                  banner = new StringBuilder("*");
                }
                return banner;
              }

              void warmUp(Executor pool) {
                for (int i = 0; i < 3; i++) {
                  pool.execute(() -> banner());
                }
              }
            }
            """,
            """
            import java.util.concurrent.Executor;

            class Sample {
              private final Object lock = new Object();
              private StringBuilder banner;

              CharSequence banner() {
                synchronized (lock) {
                  if (banner == null) {
                    banner = new StringBuilder("*");
                  }
                  return banner;
                }
              }

              void warmUp(Executor pool) {
                for (int i = 0; i < 3; i++) {
                  pool.execute(() -> banner());
                }
              }
            }
            """);
  }

  @Test
  void criticalSectionsThatBelongTogetherAreMerged() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              private final Object lock = new Object();
              private int count;

              void add(int more) {
                int before;
                synchronized (lock) {
                  before = count;
                }
                int doubled = more * 2;
                synchronized (lock) {
                  // and twice that
                  count = before + doubled;
                }
              }
            }
            """,
            """
            class Sample {
              private final Object lock = new Object();
              private int count;

              void add(int more) {
                int before;
                int doubled = more * 2;
                synchronized (lock) {
                  before = count;
                  // and twice that
                  count = before + doubled;
                }
              }
            }
            """);
  }

  @Test
  void looksAtVolatileVariablesNeedNoLock() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              private volatile double mean;
              private volatile double least;

              void add(double value) {
                mean += (value - mean) / 8;
                least = Math.min(least, value);
              }

              double mean() {
                return mean;
              }

              String range() {
                return least + " to " + mean;
              }
            }
            """,
            """
            class Sample {
              private final Object lock = new Object();
              private volatile double mean;
              private volatile double least;

              void add(double value) {
                synchronized (lock) {
                  mean += (value - mean) / 8;
                  least = Math.min(least, value);
                }
              }

              double mean() {
                return mean;
              }

              String range() {
                return least + " to " + mean;
              }
            }
            """);
  }

  @Test
  void looksAtVolatileVariablesThatAgreeAreLocked() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              private volatile long best;
              private volatile String bidder;

              void bid(long value, String name) {
                if (value > best) {
                  best = value;
                  bidder = name;
                }
              }

              String winner() {
                return bidder + ": " + best;
              }
            }
            """,
            """
            class Sample {
              private final Object lock = new Object();
              private volatile long best;
              private volatile String bidder;

              void bid(long value, String name) {
                synchronized (lock) {
                  if (value > best) {
                    best = value;
                    bidder = name;
                  }
                }
              }

              String winner() {
                synchronized (lock) {
                  return bidder + ": " + best;
                }
              }
            }
            """);
  }

  /** The seller's monitor is held for the buyer's gold: to hold it again would help nobody. */
  @Test
  void lockOfAnotherObjectIsNoReasonToHoldIt() {
    Refactoring.byDefault()
        .turns(
            """
            class Merchant {
              private int gold;
              private int reputation;

              synchronized boolean sell(Merchant buyer, int price) {
                if (buyer.gold < price) {
                  return false;
                }
                gold += price;
                buyer.gold -= price;
                return true;
              }

              void walk(Merchant other) {
                new Thread(() -> sell(other, 1)).start();
                new Thread(() -> reputation++).start();
                new Thread(() -> reputation++).start();
              }

              synchronized int gold() {
                return gold + reputation;
              }
            }
            """,
            """
            class Merchant {
              private int gold;
              private int reputation;

              synchronized boolean sell(Merchant buyer, int price) {
                if (buyer.gold < price) {
                  return false;
                }
                gold += price;
                buyer.gold -= price;
                return true;
              }

              void walk(Merchant other) {
                new Thread(() -> sell(other, 1)).start();
                new Thread(
                        () -> {
                          synchronized (this) {
                            reputation++;
                          }
                        })
                    .start();
                new Thread(
                        () -> {
                          synchronized (this) {
                            reputation++;
                          }
                        })
                    .start();
              }

              synchronized int gold() {
                return gold + reputation;
              }
            }
            """);
  }

  @Test
  void variablesThatAreDeclaredTogetherGetOneLock() {
    Refactoring.byDefault()
        .turns(
            """

            import java.util.concurrent.ExecutorService;

            class Sample {
              private static long opened, closed;
              private double sent, lost = 1; // in kilobytes

              void run(ExecutorService pool, double bytes) {
                for (int i = 0; i < 8; i++) {
                  pool.execute(
                      () -> {
                        opened++;
                        sent += bytes;
                        lost -= bytes / 2;
                        closed++;
                      });
                }
              }

              double lost() {
                return lost / sent;
              }

              static long open() {
                return opened - closed;
              }
            }
            """,
            """

            import java.util.concurrent.ExecutorService;

            class Sample {
              private static final Object LOCK = new Object();
              private static long opened, closed;
              private final Object lock = new Object();
              private double sent, lost = 1; // in kilobytes

              void run(ExecutorService pool, double bytes) {
                for (int i = 0; i < 8; i++) {
                  pool.execute(
                      () -> {
                        synchronized (LOCK) {
                          opened++;
                        }
                        synchronized (lock) {
                          sent += bytes;
                          lost -= bytes / 2;
                        }
                        synchronized (LOCK) {
                          closed++;
                        }
                      });
                }
              }

              double lost() {
                synchronized (lock) {
                  return lost / sent;
                }
              }

              static long open() {
                synchronized (LOCK) {
                  return opened - closed;
                }
              }
            }
            """);
  }
}
