package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** Steps of one update, in several statements, become one atomic operation. */
final class FoldedStepsTest {

  @Test
  void limitAndUpdateAreOneOperation() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              private final int max = Integer.getInteger("max");
              private volatile int used;
              private volatile long worst;

              boolean enter(long waited) {
                if (waited > worst) {
                  worst = waited;
                }
                if (used >= max) {
                  return false;
                }
                used++;
                return true;
              }
            }
            """,
            """
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicLong;
            class Sample {
              private final int max = Integer.getInteger("max");
              private final AtomicInteger used = new AtomicInteger();
              private final AtomicLong worst = new AtomicLong();

              boolean enter(long waited) {
                worst.accumulateAndGet(waited, Math::max);
                if (used.getAndUpdate(current -> current >= max ? current : current + 1) >= max) {
                  return false;
                }
                return true;
              }
            }
            """);
  }

  @Test
  void splitReadIsFoldedAndLaterLooksMeanTheValueWritten() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              private volatile int count;
              private volatile int tickets;
              private volatile int rows;

              void add(Runnable work) {
                int current = count; // as it was
                work.run();
                count = current + 2;
              }

              int next() {
                int ticket = tickets;
                tickets = ticket + 1;
                return ticket;
              }

              void row() {
                rows++;
                if (rows % 100 == 0) {
                  System.out.println(rows);
                }
              }
            }
            """,
            """
            import java.util.concurrent.atomic.AtomicInteger;
            class Sample {
              private final AtomicInteger count = new AtomicInteger();
              private final AtomicInteger tickets = new AtomicInteger();
              private final AtomicInteger rows = new AtomicInteger();

              void add(Runnable work) {
                // as it was
                work.run();
                count.addAndGet(2);
              }

              int next() {
                int ticket = tickets.getAndIncrement();
                return ticket;
              }

              void row() {
                int newRows = rows.incrementAndGet();
                if (newRows % 100 == 0) {
                  System.out.println(newRows);
                }
              }
            }
            """);
  }

  @Test
  void numberKeptRightBeforeTheUpdateComesFromIt() {
    Refactoring.byDefault()
        .turns(
            """
            class Seats {
              private volatile int taken;
              private volatile long sold;

              int reserve(int size) {
                int first = taken + 1;
                taken += size;
                return first;
              }

              long sell() {
                long number = sold;
                sold++;
                return number;
              }
            }
            """,
            """
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicLong;

            class Seats {
              private final AtomicInteger taken = new AtomicInteger();
              private final AtomicLong sold = new AtomicLong();

              int reserve(int size) {
                int first = taken.getAndAdd(size) + 1;
                return first;
              }

              long sell() {
                long number = sold.getAndIncrement();
                return number;
              }
            }
            """);
  }

  @Test
  void numberThatIsStoodBackInTheEndIsCountedUpToTheLimitInOneStep() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.Executor;

            class Sample {
              private final int limit = 8;
              private int inUse;

              void start(Executor pool, Runnable work) {
                pool.execute(() -> admit(work));
              }

              private boolean admit(Runnable work) {
                if (inUse >= limit) {
                  return false;
                }
                inUse++;
                try {
                  work.run();
                } finally {
                  inUse--;
                }
                return true;
              }
            }
            """,
            """
            import java.util.concurrent.Executor;
            import java.util.concurrent.atomic.AtomicInteger;

            class Sample {
              private final int limit = 8;
              private final AtomicInteger inUse = new AtomicInteger();

              void start(Executor pool, Runnable work) {
                pool.execute(() -> admit(work));
              }

              private boolean admit(Runnable work) {
                if (inUse.getAndUpdate(current -> current >= limit ? current : current + 1) >= limit) {
                  return false;
                }
                try {
                  work.run();
                } finally {
                  inUse.decrementAndGet();
                }
                return true;
              }
            }
            """);
  }

  @Test
  void resultOfTheUpdateIsReturned() {
    Refactoring.byDefault()
        .turns(
            """

            import java.util.concurrent.ExecutorService;

            class Sample {
              private int numbers;
              private int tickets;
              private long grams;

              void run(ExecutorService pool) {
                pool.execute(() -> System.out.println(number() + ticket() + weight()));
                pool.execute(() -> System.out.println(number() + ticket() + weight()));
              }

              int number() {
                numbers++;
                return numbers;
              }

              int ticket() {
                tickets++; // the next one
                return tickets;
              }

              String weight() {
                grams = grams + 5;

                return "now " + grams;
              }
            }
            """,
            """

            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicLong;

            class Sample {
              private final AtomicInteger numbers = new AtomicInteger();
              private final AtomicInteger tickets = new AtomicInteger();
              private final AtomicLong grams = new AtomicLong();

              void run(ExecutorService pool) {
                pool.execute(() -> System.out.println(number() + ticket() + weight()));
                pool.execute(() -> System.out.println(number() + ticket() + weight()));
              }

              int number() {
                return numbers.incrementAndGet();
              }

              int ticket() {
                int newTickets = tickets.incrementAndGet(); // the next one
                return newTickets;
              }

              String weight() {
                return "now " + grams.addAndGet(5);
              }
            }
            """);
  }
}
