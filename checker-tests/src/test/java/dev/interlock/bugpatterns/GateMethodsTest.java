package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Methods that let one thread in by an exchange, and tell who it is. */
final class GateMethodsTest {

  @Test
  void methodThatTellsWhoIsLate() {
    CheckTester.of(door("", "", "")).reportsWhatIsMarked();
  }

  @Test
  void methodThatTellsWhoIsFirst() {
    CheckTester.of(door("!", "!", "")).reportsWhatIsMarked();
  }

  @Test
  void methodWhoseAnswerIsTurnedAround() {
    CheckTester.of(door("!", "", " // BUG: UnsafeReadModifyWrite")).reportsWhatIsMarked();
  }

  @Test
  void numberThatOthersCountOnByCompareAndSet() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicLong;

            public class Permits {
              private final AtomicLong permits = new AtomicLong();
              private volatile long waits;

              private static long combine(long tasks, long workers) {
                return workers << 32 | tasks;
              }

              public void take() {
                while (true) {
                  long found = permits.get();
                  if (permits.compareAndSet(found, combine(found + 1, found >>> 32))) {
                    waits = waits + 1; // BUG: UnsafeReadModifyWrite
                    return;
                  }
                }
              }

              public void reset() {
                permits.set(0);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  private static String door(String told, String asked, String mark) {
    return """
        import java.util.concurrent.ExecutorService;
        import java.util.concurrent.atomic.AtomicBoolean;

        class Door {
          private final AtomicBoolean busy = new AtomicBoolean();
          private int visits;

          void open(ExecutorService pool) {
            pool.execute(this::visit);
            pool.execute(this::visit);
          }

          private boolean enter() {
            return %sbusy.getAndSet(true);
          }

          private void visit() {
            if (%senter()) {
              return;
            }
            try {
              visits++;%s
            } finally {
              busy.set(false);
            }
          }
        }
        """
        .formatted(told, asked, mark);
  }
}
