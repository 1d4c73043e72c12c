package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** What is done however the block before it has ended. */
final class FinallyBlocksTest {

  @Test
  void updateAfterTheBlockReturnsEarly() {
    CheckTester.of(
            """
            import java.util.concurrent.Executor;

            class Ferry {
              private int crossings;

              private void cross(boolean empty) {
                try {
                  if (empty) {
                    return;
                  }
                  System.out.println("crossing");
                } finally {
                  crossings++; // BUG: UnsafeReadModifyWrite
                }
              }

              void run(Executor boats) {
                for (int i = 0; i < 3; i++) {
                  boats.execute(() -> cross(true));
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void updateThatAnEarlyReturnLeavesOut() {
    CheckTester.of(
            """
            import java.util.concurrent.Executor;

            class Ferry {
              private int crossings;

              private void cross(boolean empty) {
                try {
                  if (empty) {
                    return;
                  }
                  crossings++;
                } finally {
                  System.out.println("crossed");
                }
              }

              void run(Executor boats) {
                for (int i = 0; i < 3; i++) {
                  boats.execute(() -> cross(true));
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void updateBehindTheBlockThatReturnsEarly() {
    CheckTester.of(
            """
            import java.util.concurrent.Executor;

            class Ferry {
              private int crossings;

              private void cross(boolean empty) {
                try {
                  if (empty) {
                    return;
                  }
                } finally {
                  System.out.println("crossed");
                }
                crossings++;
              }

              void run(Executor boats) {
                for (int i = 0; i < 3; i++) {
                  boats.execute(() -> cross(true));
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
