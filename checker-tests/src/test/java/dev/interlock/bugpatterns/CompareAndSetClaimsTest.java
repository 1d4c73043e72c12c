package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Which compare-and-sets leave the one who wins them alone, and which let others follow. */
final class CompareAndSetClaimsTest {
  private static final String CALLER =
      """
      import java.util.concurrent.ExecutorService;

      class Caller {
        void call(ExecutorService pool, int times) {
          Task task = new Task();
          for (int i = 0; i < times; i++) {
            pool.execute(task::call);
          }
        }
      }
      """;

  @Test
  void stateLeftForAnother() {
    CheckTester.of(
            CALLER,
            """
            import java.util.concurrent.atomic.AtomicReference;

            class Task {
              private enum State { IDLE, RUNNING }

              private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
              private int calls;

              void call() {
                if (state.compareAndSet(State.IDLE, State.RUNNING)) {
                  calls++;
                  state.set(State.IDLE);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void numberReplacedByTheNext() {
    CheckTester.of(
            CALLER,
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Task {
              private final AtomicInteger ticket = new AtomicInteger();
              private int calls;

              void call() {
                int current = ticket.get();
                int next = current + 1;
                if (ticket.compareAndSet(current, next)) {
                  calls++; // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void clockSetForwardWhenItIsTime() {
    CheckTester.of(
            CALLER,
            """
            import java.util.concurrent.atomic.AtomicLong;

            class Task {
              private static final long INTERVAL = 1_000_000_000L;

              private final AtomicLong tick = new AtomicLong();
              private int reports;

              void call() {
                long now = System.nanoTime();
                long last = tick.get();
                if (now - last > INTERVAL && tick.compareAndSet(last, now)) {
                  reports++;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void clockSetForwardAtAnyTime() {
    CheckTester.of(
            CALLER,
            """
            import java.util.concurrent.atomic.AtomicLong;

            class Task {
              private final AtomicLong tick = new AtomicLong();
              private int reports;

              void call() {
                long now = System.nanoTime();
                long last = tick.get();
                if (tick.compareAndSet(last, now)) {
                  reports++; // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void ownedBeforeOrWonNow() {
    CheckTester.of(
            CALLER,
            """
            import java.util.concurrent.atomic.AtomicReference;

            class Task {
              private final AtomicReference<Thread> owner = new AtomicReference<>();
              private int depth;

              void call() {
                Thread me = Thread.currentThread();
                if (owner.get() == me || owner.compareAndSet(null, me)) {
                  depth++;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void ownedByAnybodyOrWonNow() {
    CheckTester.of(
            CALLER,
            """
            import java.util.concurrent.atomic.AtomicReference;

            class Task {
              private final AtomicReference<Thread> owner = new AtomicReference<>();
              private int depth;

              void call() {
                Thread me = Thread.currentThread();
                if (owner.get() != null || owner.compareAndSet(null, me)) {
                  depth++; // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
