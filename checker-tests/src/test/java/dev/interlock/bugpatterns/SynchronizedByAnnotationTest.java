package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Methods that an annotation makes critical sections. */
final class SynchronizedByAnnotationTest {

  @Test
  void synchronizedOfLombok() {
    CheckTester.of(
            """
            package lombok;

            public @interface Synchronized {}
            """,
            """
            import java.util.concurrent.Executor;
            import lombok.Synchronized;

            class Turnstile {
              private int passed;

              @Synchronized
              private void pass() {
                passed++;
              }

              void open(Executor visitors) {
                for (int i = 0; i < 3; i++) {
                  visitors.execute(this::pass);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockedOfLombok() {
    CheckTester.of(
            """
            package lombok;

            public @interface Locked {
              @interface Read {}

              @interface Write {}
            }
            """,
            """
            import java.util.concurrent.Executor;
            import lombok.Locked;

            class Turnstile {
              private int passed;
              private int left;

              @Locked
              private void pass() {
                passed++;
              }

              @Locked.Write
              private void leave() {
                left++;
              }

              void open(Executor visitors) {
                for (int i = 0; i < 3; i++) {
                  visitors.execute(this::pass);
                  visitors.execute(this::leave);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void readLockOfLombok() {
    CheckTester.of(
            """
            package lombok;

            public @interface Locked {
              @interface Read {}

              @interface Write {}
            }
            """,
            """
            import java.util.concurrent.Executor;
            import lombok.Locked;

            class Turnstile {
              private int passed;

              @Locked.Read
              private void pass() {
                passed++; // BUG: UnsafeReadModifyWrite
              }

              void open(Executor visitors) {
                for (int i = 0; i < 3; i++) {
                  visitors.execute(this::pass);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
