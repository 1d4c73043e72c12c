package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** What one decision about a number writes. */
final class DecisionsTest {

  @Test
  void windowAndItsCountBeginTogether() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Sample {
              private final AtomicInteger used = new AtomicInteger();
              private volatile long start;

              boolean allow(long now) {
                if (now - start >= 1000) {
                  start = now;
                  used.set(0);
                }
                return used.incrementAndGet() <= 10;
              }
            }
            """,
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Sample {
              private final Object lock = new Object();
              private final AtomicInteger used = new AtomicInteger();
              private volatile long start;

              boolean allow(long now) {
                synchronized (lock) {
                  if (now - start >= 1000) {
                    start = now;
                    used.set(0);
                  }
                  return used.incrementAndGet() <= 10;
                }
              }
            }
            """);
  }

  @Test
  void atomicWindowAndItsCountBeginTogether() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicLong;

            class Sample {
              private final AtomicInteger used = new AtomicInteger();
              private final AtomicLong start = new AtomicLong();

              boolean allow(long now) {
                if (now - start.get() >= 1000) {
                  start.set(now);
                  used.set(0);
                }
                return used.incrementAndGet() <= 10;
              }
            }
            """,
            """
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicLong;

            class Sample {
              private final Object lock = new Object();
              private final AtomicInteger used = new AtomicInteger();
              private final AtomicLong start = new AtomicLong();

              boolean allow(long now) {
                synchronized (lock) {
                  if (now - start.get() >= 1000) {
                    start.set(now);
                    used.set(0);
                  }
                  return used.incrementAndGet() <= 10;
                }
              }
            }
            """);
  }

  @Test
  void whoClaimsAFlagHasTheRestForItself() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.ArrayList;
            import java.util.Collections;
            import java.util.List;
            import java.util.concurrent.atomic.AtomicBoolean;

            class Sample {
              private final AtomicBoolean warned = new AtomicBoolean();
              private final List<String> mails = Collections.synchronizedList(new ArrayList<>());

              void warn(String text) {
                if (!warned.get()) {
                  warned.set(true);
                  mails.add(text);
                }
              }

              String next() {
                return mails.isEmpty() ? null : mails.remove(0);
              }
            }
            """,
            """
            import java.util.ArrayList;
            import java.util.Collections;
            import java.util.List;
            import java.util.concurrent.atomic.AtomicBoolean;

            class Sample {
              private final AtomicBoolean warned = new AtomicBoolean();
              private final List<String> mails = Collections.synchronizedList(new ArrayList<>());

              void warn(String text) {
                if (warned.compareAndSet(false, true)) {
                  mails.add(text);
                }
              }

              String next() {
                synchronized (mails) {
                  return mails.isEmpty() ? null : mails.remove(0);
                }
              }
            }
            """);
  }

  @Test
  void conditionIsTurnedRoundWhereNothingIsLeftOfTheFirstBranch() {
    Refactoring.byDefault()
        .turns(
            """

            import java.util.concurrent.ExecutorService;

            class Sample {
              private int credits = 100;
              private boolean claimed;

              void spend(ExecutorService pool, int price) {
                for (int i = 0; i < 8; i++) {
                  pool.execute(
                      () -> {
                        if (credits >= price) {
                          credits -= price;
                        } else {
                          throw new IllegalStateException("no credits");
                        }
                      });
                  pool.execute(
                      () -> {
                        if (!claimed)
                          claimed = true;
                        else
                          return;
                        System.out.println("first");
                      });
                }
              }
            }
            """,
            """

            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicBoolean;
            import java.util.concurrent.atomic.AtomicInteger;

            class Sample {
              private final AtomicInteger credits = new AtomicInteger(100);
              private final AtomicBoolean claimed = new AtomicBoolean();

              void spend(ExecutorService pool, int price) {
                for (int i = 0; i < 8; i++) {
                  pool.execute(
                      () -> {
                        if (credits.getAndUpdate(
                            current -> current >= price ? current - price : current) < price) {
                          throw new IllegalStateException("no credits");
                        }
                      });
                  pool.execute(
                      () -> {
                        if (!claimed.compareAndSet(false, true))
                          return;
                        System.out.println("first");
                      });
                }
              }
            }
            """);
  }
}
