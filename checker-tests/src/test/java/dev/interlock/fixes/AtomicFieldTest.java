package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** A plain variable becomes an atomic one. */
final class AtomicFieldTest {

  @Test
  void stepsAndSumsBecomeAtomicCallsAndCommentsStay() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              // Since the start.
              private volatile int hits; // never negative
              private static volatile long bytes = 7;

              int hit(int size) {
                /* one more */
                hits++;
                --hits;
                bytes += size;
                bytes -= size + 1;
                bytes -= -1;
                return hits++;
              }

              int hits() {
                return this.hits;
              }
            }
            """,
            """
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicLong;
            class Sample {
              // Since the start.
              private final AtomicInteger hits = new AtomicInteger(); // never negative
              private static final AtomicLong bytes = new AtomicLong(7);

              int hit(int size) {
                /* one more */
                hits.incrementAndGet();
                hits.decrementAndGet();
                bytes.addAndGet(size);
                bytes.addAndGet(-(long) (size + 1));
                bytes.addAndGet(-(-1));
                return hits.getAndIncrement();
              }

              int hits() {
                return this.hits.get();
              }
            }
            """);
  }

  @Test
  void narrowingKeepsItsMeaning() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              private volatile int total;

              void add(long amount, double factor) {
                total += amount;
                total *= factor;
              }
            }
            """,
            """
            import java.util.concurrent.atomic.AtomicInteger;
            class Sample {
              private final AtomicInteger total = new AtomicInteger();

              void add(long amount, double factor) {
                total.addAndGet((int) amount);
                total.updateAndGet(current -> (int) (current * factor));
              }
            }
            """);
  }

  @Test
  void checkAndSetOfFlagsAndStatesBecomesCompareAndSet() {
    Refactoring.ofSuspected()
        .turns(
            """
            class Sample {
              enum State { NEW, OPEN }

              private volatile boolean started;
              private volatile boolean closed = false;
              private volatile State state = State.NEW;

              boolean claim() {
                if (!started) {
                  started = true;
                  return true;
                }
                return false;
              }

              void retire() {
                if (closed) return;
                closed = true;
                System.out.println("bye");
              }

              boolean open() {
                if (state != State.NEW) {
                  return false;
                }
                state = State.OPEN;
                return true;
              }
            }
            """,
            """
            import java.util.concurrent.atomic.AtomicBoolean;
            import java.util.concurrent.atomic.AtomicReference;
            class Sample {
              enum State { NEW, OPEN }

              private final AtomicBoolean started = new AtomicBoolean();
              private final AtomicBoolean closed = new AtomicBoolean();
              private final AtomicReference<State> state = new AtomicReference<>(State.NEW);

              boolean claim() {
                if (started.compareAndSet(false, true)) {
                  return true;
                }
                return false;
              }

              void retire() {
                if (!closed.compareAndSet(false, true)) return;
                System.out.println("bye");
              }

              boolean open() {
                if (!state.compareAndSet(State.NEW, State.OPEN)) {
                  return false;
                }
                return true;
              }
            }
            """);
  }

  @Test
  void valuesAreAccumulated() {
    Refactoring.byDefault()
        .turns(
            """
            import java.math.BigDecimal;

            class Sample {
              private volatile BigDecimal total = BigDecimal.ZERO;
              private volatile String trail = "";
              private volatile int worst;

              void pay(BigDecimal amount, String place, int attempts) {
                total = total.add(amount);
                trail += place;
                worst = Math.max(worst, attempts);
              }
            }
            """,
            """
            import java.math.BigDecimal;
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicReference;

            class Sample {
              private final AtomicReference<BigDecimal> total = new AtomicReference<>(BigDecimal.ZERO);
              private final AtomicReference<String> trail = new AtomicReference<>("");
              private final AtomicInteger worst = new AtomicInteger();

              void pay(BigDecimal amount, String place, int attempts) {
                total.accumulateAndGet(amount, BigDecimal::add);
                trail.updateAndGet(current -> current + place);
                worst.accumulateAndGet(attempts, Math::max);
              }
            }
            """);
  }

  @Test
  void fieldThatEachConstructorSetsIsMadeThere() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              private volatile int permits;

              Sample(int permits) {
                this.permits = permits;
              }

              Sample() {
                this(3);
              }

              void leave() {
                permits++;
              }
            }
            """,
            """
            import java.util.concurrent.atomic.AtomicInteger;
            class Sample {
              private final AtomicInteger permits;

              Sample(int permits) {
                this.permits = new AtomicInteger(permits);
              }

              Sample() {
                this(3);
              }

              void leave() {
                permits.incrementAndGet();
              }
            }
            """);
  }

  @Test
  void arraysAndCapturedHoldersBecomeAtomic() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.List;

            class Sample {
              private final int[] buckets = new int[16];

              int count(List<String> words) {
                int[] found = {0};
                words
                    .parallelStream()
                    .forEach(
                        word -> {
                          buckets[word.length() % buckets.length]++;
                          found[0] += word.length();
                        });
                return found[0] + buckets[0];
              }
            }
            """,
            """
            import java.util.List;
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicIntegerArray;

            class Sample {
              private final AtomicIntegerArray buckets = new AtomicIntegerArray(16);

              int count(List<String> words) {
                AtomicInteger found = new AtomicInteger();
                words
                    .parallelStream()
                    .forEach(
                        word -> {
                          buckets.incrementAndGet(word.length() % buckets.length());
                          found.addAndGet(word.length());
                        });
                return found.get() + buckets.get(0);
              }
            }
            """);
  }

  @Test
  void valueOfAnotherObjectStaysAnOperand() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              private volatile long bytes;
              private volatile int hits;

              void sent(int size) {
                bytes += size;
                hits++;
              }

              void addAll(Sample other) {
                bytes += other.bytes;
              }

              void copy(Sample other) {
                hits = other.hits;
              }

              void grow() {
                bytes += bytes / 2;
              }
            }
            """,
            """

            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicLong;
            class Sample {
              private final AtomicLong bytes = new AtomicLong();
              private final AtomicInteger hits = new AtomicInteger();

              void sent(int size) {
                bytes.addAndGet(size);
                hits.incrementAndGet();
              }

              void addAll(Sample other) {
                bytes.addAndGet(other.bytes.get());
              }

              void copy(Sample other) {
                hits.set(other.hits.get());
              }

              void grow() {
                bytes.updateAndGet(current -> current + (current / 2));
              }
            }
            """);
  }

  /** Clones would have one atomic variable in common. */
  @Test
  void fieldOfObjectsThatAreClonedIsLocked() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample implements Cloneable {
              private int uses;

              void run() {
                new Thread(this::used).start();
                new Thread(this::used).start();
              }

              private void used() {
                uses++;
              }

              Sample copy() throws CloneNotSupportedException {
                return (Sample) clone();
              }
            }
            """,
            """
            class Sample implements Cloneable {
              private final Object lock = new Object();
              private int uses;

              void run() {
                new Thread(this::used).start();
                new Thread(this::used).start();
              }

              private void used() {
                synchronized (lock) {
                  uses++;
                }
              }

              Sample copy() throws CloneNotSupportedException {
                return (Sample) clone();
              }
            }
            """);
  }

  @Test
  void collectionThatOthersFillIsNotSwapped() {
    Refactoring.preferring("atomic")
        .turns(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final ReentrantLock lock = new ReentrantLock();
              private int tickets;
              private Map<String, Integer> perZone = new HashMap<>();

              void pay(String zone) {
                lock.lock();
                try {
                  tickets++;
                  perZone.merge(zone, 1, Integer::sum);
                } finally {
                  lock.unlock();
                }
              }

              void emptied() {
                perZone = new HashMap<>();
              }

              void serve(ExecutorService connections) {
                for (int i = 0; i < 9; i++) {
                  connections.submit(() -> pay("A"));
                }
                connections.submit(this::emptied);
              }
            }
            """,
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final ReentrantLock lock = new ReentrantLock();
              private int tickets;
              private Map<String, Integer> perZone = new HashMap<>();

              void pay(String zone) {
                lock.lock();
                try {
                  tickets++;
                  perZone.merge(zone, 1, Integer::sum);
                } finally {
                  lock.unlock();
                }
              }

              void emptied() {
                lock.lock();
                try {
                  perZone = new HashMap<>();
                } finally {
                  lock.unlock();
                }
              }

              void serve(ExecutorService connections) {
                for (int i = 0; i < 9; i++) {
                  connections.submit(() -> pay("A"));
                }
                connections.submit(this::emptied);
              }
            }
            """);
  }
}
