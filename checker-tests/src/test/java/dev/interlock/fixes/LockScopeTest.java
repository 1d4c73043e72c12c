package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** What a lock is held around, and which variables it guards. */
final class LockScopeTest {

  @Test
  void capturedLocalVariableGetsALockBesideIt() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.List;

            class Sample {
              double weigh(List<String> words) {
                double[] weight = {0};
                words.parallelStream().forEach(word -> weight[0] += 1.0 / word.length());
                return weight[0];
              }
            }
            """,
            """
            import java.util.List;

            class Sample {
              double weigh(List<String> words) {
                Object lock = new Object();
                double[] weight = {0};
                words.parallelStream().forEach(word -> {
                  synchronized (lock) {
                    weight[0] += 1.0 / word.length();
                  }
                });
                return weight[0];
              }
            }
            """);
  }

  @Test
  void updateByTwoLockedCallsIsMadeInOneSection() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.Executor;

            class Sample {
              private double discount;

              synchronized double getDiscount() {
                return discount;
              }

              synchronized void setDiscount(double discount) {
                this.discount = discount;
              }

              void raise(double by) {
                setDiscount(getDiscount() + by);
              }

              void sale(Executor pool) {
                for (int i = 0; i < 9; i++) {
                  pool.execute(() -> raise(0.1));
                }
              }
            }
            """,
            """
            import java.util.concurrent.Executor;

            class Sample {
              private double discount;

              synchronized double getDiscount() {
                return discount;
              }

              synchronized void setDiscount(double discount) {
                this.discount = discount;
              }

              void raise(double by) {
                synchronized (this) {
                  setDiscount(getDiscount() + by);
                }
              }

              void sale(Executor pool) {
                for (int i = 0; i < 9; i++) {
                  pool.execute(() -> raise(0.1));
                }
              }
            }
            """);
  }

  @Test
  void fieldThatTheLockIsHeldForInPlacesIsLockedEverywhere() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.Executor;

            class Sample {
              private double sum;
              private int batches;

              void all(Executor pool, double... values) {
                for (double value : values) {
                  pool.execute(() -> add(value));
                }
                batches++;
              }

              private void add(double value) {
                sum += value;
              }

              String report() {
                return batches + ": " + sum;
              }
            }
            """,
            """
            import java.util.concurrent.Executor;

            class Sample {
              private final Object lock = new Object();
              private double sum;
              private int batches;

              void all(Executor pool, double... values) {
                for (double value : values) {
                  pool.execute(() -> add(value));
                }
                synchronized (lock) {
                  batches++;
                }
              }

              private void add(double value) {
                synchronized (lock) {
                  sum += value;
                }
              }

              String report() {
                synchronized (lock) {
                  return batches + ": " + sum;
                }
              }
            }
            """);
  }

  @Test
  void lookThatLeadsToALaterWriteIsNotLeftOutside() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.List;

            class Sample {
              private int plums = 300;

              private int take(int n) {
                int got = Math.min(n, plums);
                plums = plums - got;
                return got;
              }

              int feast(List<Integer> appetites) {
                return appetites.parallelStream().mapToInt(this::take).sum();
              }
            }
            """,
            """
            import java.util.List;

            class Sample {
              private final Object lock = new Object();
              private int plums = 300;

              private int take(int n) {
                int got;
                synchronized (lock) {
                  got = Math.min(n, plums);
                  plums = plums - got;
                }
                return got;
              }

              int feast(List<Integer> appetites) {
                return appetites.parallelStream().mapToInt(this::take).sum();
              }
            }
            """);
  }

  @Test
  void toggleIsLocked() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              private volatile boolean on;

              void press() {
                on = !on;
              }
            }
            """,
            """
            class Sample {
              private final Object lock = new Object();
              private volatile boolean on;

              void press() {
                synchronized (lock) {
                  on = !on;
                }
              }
            }
            """);
  }

  @Test
  void narrowingAssignmentIsLocked() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              private volatile short level;

              void add(int more) {
                level += more;
              }
            }
            """,
            """
            class Sample {
              private final Object lock = new Object();
              private volatile short level;

              void add(int more) {
                synchronized (lock) {
                  level += more;
                }
              }
            }
            """);
  }

  @Test
  void checkOutsideOfTheSectionMovesIn() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              private String warden;
              private int changes;

              void elect(String candidate) {
                if (warden == null) {
                  synchronized (this) {
                    // first come, first served
                    warden = candidate;
                    changes++;
                  }
                }
              }

              synchronized void resign() {
                warden = null;
                changes++;
              }
            }
            """,
            """
            class Sample {
              private String warden;
              private int changes;

              void elect(String candidate) {
                synchronized (this) {
                  if (warden == null) {
                    // first come, first served
                    warden = candidate;
                    changes++;
                  }
                }
              }

              synchronized void resign() {
                warden = null;
                changes++;
              }
            }
            """);
  }

  @Test
  void statementsInACaseAreLocked() {
    Refactoring.ofSuspected()
        .turns(
            """
            class Sample {
              private volatile int refused;
              private volatile double paid;

              void book(String kind, double cents) {
                switch (kind) {
                  case "paid":
                    paid += cents;
                    break;
                  case "refused":
                    refused++;
                    break;
                  default:
                    throw new IllegalArgumentException(kind);
                }
              }
            }
            """,
            """
            class Sample {
              private final Object lock = new Object();
              private volatile int refused;
              private volatile double paid;

              void book(String kind, double cents) {
                switch (kind) {
                  case "paid":
                    synchronized (lock) {
                      paid += cents;
                    }
                    break;
                  case "refused":
                    synchronized (lock) {
                      refused++;
                    }
                    break;
                  default:
                    throw new IllegalArgumentException(kind);
                }
              }
            }
            """);
  }

  @Test
  void lockIsNotHeldFromAClaimToItsEnd() {
    Refactoring.preferring("mutex")
        .turns(
            """
            import java.util.Set;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicLong;

            class Sample {
              private final Set<String> inProgress = ConcurrentHashMap.newKeySet();
              private final AtomicLong cents = new AtomicLong();

              boolean pay(String order, long amount) {
                if (inProgress.contains(order)) {
                  return false;
                }
                inProgress.add(order);
                try {
                  cents.addAndGet(amount);
                  return true;
                } finally {
                  inProgress.remove(order);
                }
              }

              void serve(ExecutorService pool, int n) {
                for (int i = 0; i < n; i++) {
                  pool.submit(() -> pay("a", 1));
                }
              }
            }
            """,
            """
            import java.util.Set;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicLong;

            class Sample {
              private final Set<String> inProgress = ConcurrentHashMap.newKeySet();
              private final AtomicLong cents = new AtomicLong();

              boolean pay(String order, long amount) {
                if (!inProgress.add(order)) {
                  return false;
                }
                try {
                  cents.addAndGet(amount);
                  return true;
                } finally {
                  inProgress.remove(order);
                }
              }

              void serve(ExecutorService pool, int n) {
                for (int i = 0; i < n; i++) {
                  pool.submit(() -> pay("a", 1));
                }
              }
            }
            """);
  }
}
