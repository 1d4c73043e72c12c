package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** A field that other files of its package may use keeps its type where a lock does. */
final class ReachableFieldTest {

  @Test
  void fieldThatTestsMayLookAtIsLocked() {
    Refactoring.byDefault()
        .turns(
            """
            class Gate {
              volatile int passed;

              void pass() {
                passed++;
              }
            }
            """,
            """
            class Gate {
              private final Object lock = new Object();
              volatile int passed;

              void pass() {
                synchronized (lock) {
                  passed++;
                }
              }
            }
            """);
  }

  @Test
  void fieldOfPrivateClassBecomesAtomic() {
    Refactoring.byDefault()
        .turns(
            """
            class Gate {
              private static class Counter {
                volatile int passed;
              }

              private final Counter counter = new Counter();

              void pass() {
                counter.passed++;
              }
            }
            """,
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Gate {
              private static class Counter {
                final AtomicInteger passed = new AtomicInteger();
              }

              private final Counter counter = new Counter();

              void pass() {
                counter.passed.incrementAndGet();
              }
            }
            """);
  }

  @Test
  void fieldThatTestsMayLookAtBecomesAtomicIfAsked() {
    Refactoring.preferring("atomic")
        .turns(
            """
            class Gate {
              volatile int passed;

              void pass() {
                passed++;
              }
            }
            """,
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Gate {
              final AtomicInteger passed = new AtomicInteger();

              void pass() {
                passed.incrementAndGet();
              }
            }
            """);
  }
}
