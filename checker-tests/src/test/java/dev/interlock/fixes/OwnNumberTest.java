package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** A number is taken from the call that counts. */
final class OwnNumberTest {

  @Test
  void numberIsTakenFromTheCallBeforeOrAfter() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicLong;

            class Desk {
              private final AtomicInteger next = new AtomicInteger();
              private final AtomicLong printed = new AtomicLong();
              private final AtomicInteger open = new AtomicInteger();
              private final Map<Long, String> letters = new ConcurrentHashMap<>();

              int draw() {
                // from one on
                int number = next.get() + 1;
                next.incrementAndGet();
                return number;
              }

              void print(String letter) {
                this.printed.getAndAdd(2);
                letters.put(this.printed.get(), letter);
              }

              void close() {
                open.decrementAndGet();
                if (open.get() == 0) {
                  letters.clear();
                }
              }
            }
            """,
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicLong;

            class Desk {
              private final AtomicInteger next = new AtomicInteger();
              private final AtomicLong printed = new AtomicLong();
              private final AtomicInteger open = new AtomicInteger();
              private final Map<Long, String> letters = new ConcurrentHashMap<>();

              int draw() {
                // from one on
                int number = next.getAndIncrement() + 1;
                return number;
              }

              void print(String letter) {
                letters.put(this.printed.addAndGet(2), letter);
              }

              void close() {
                if (open.decrementAndGet() == 0) {
                  letters.clear();
                }
              }
            }
            """);
  }

  @Test
  void stepsAreLockedWhereTheNumberIsNotAskedForInAnyCase() {
    Refactoring.preferring("atomic")
        .turns(
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Desk {
              private final AtomicInteger open = new AtomicInteger();
              private volatile boolean closed;

              boolean close() {
                open.decrementAndGet();
                return closed || open.get() == 0;
              }
            }
            """,
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Desk {
              private final Object lock = new Object();
              private final AtomicInteger open = new AtomicInteger();
              private volatile boolean closed;

              boolean close() {
                synchronized (lock) {
                  open.decrementAndGet();
                  return closed || open.get() == 0;
                }
              }
            }
            """);
  }
}
