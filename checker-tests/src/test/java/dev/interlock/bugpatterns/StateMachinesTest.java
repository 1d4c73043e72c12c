package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** States that follow from the one before. */
final class StateMachinesTest {

  @Test
  void nextConstant() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class TrafficLight {
              enum Phase {
                RED,
                GREEN,
                YELLOW;

                Phase next() {
                  return values()[(ordinal() + 1) % values().length];
                }

                Phase opposite() {
                  return switch (this) {
                    case RED -> GREEN;
                    default -> RED;
                  };
                }
              }

              private Phase near = Phase.RED;
              private Phase far = Phase.GREEN;

              void start(ExecutorService pool) {
                for (int i = 0; i < 2; i++) {
                  pool.execute(
                      () -> {
                        near = near.next(); // BUG: UnsafeReadModifyWrite
                        far = far.opposite(); // BUG: UnsafeReadModifyWrite
                      });
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void nextStateByItsClass() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Door {
              interface State {
                State push();
              }

              static class Open implements State {
                @Override
                public State push() {
                  return new Closed();
                }
              }

              static class Closed implements State {
                @Override
                public State push() {
                  return new Open();
                }
              }

              private State state = new Closed();
              private State locked = new Closed();

              void push() {
                state = state.push(); // BUG: UnsafeReadModifyWrite
              }

              synchronized void pushLocked() {
                locked = locked.push();
              }

              void start(ExecutorService pool) {
                for (int i = 0; i < 2; i++) {
                  pool.execute(this::push);
                  pool.execute(this::pushLocked);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
