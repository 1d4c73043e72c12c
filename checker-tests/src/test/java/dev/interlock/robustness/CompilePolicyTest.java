package dev.interlock.robustness;

import static com.google.common.truth.Truth.assertThat;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is found depends on how much javac has attributed, and on nothing else. Error Prone itself
 * refuses {@code -XDcompilePolicy=bytodo}.
 */
final class CompilePolicyTest {
  private static final String COUNTER =
      """
      final class Counter {
        int count;

        void add() {
          count++;%s
        }
      }
      """;

  private static final String LAUNCHER =
      """
      import java.util.concurrent.ExecutorService;

      final class Launcher {
        private final Counter counter = new Counter();
        private int launched;

        void go(ExecutorService pool) {
          for (int i = 0; i < 3; i++) {
            pool.execute(() -> counter.add());
            pool.execute(() -> launched++); // BUG: UnsafeReadModifyWrite
          }
        }
      }
      """;

  @Test
  void allFilesAreSeenTogether() {
    CheckTester.of(COUNTER.formatted(" // BUG: UnsafeReadModifyWrite"), LAUNCHER)
        .reportsWhatIsMarked();
  }

  @Test
  void oneFileIsSeenAtATime() {
    CheckTester.of(COUNTER.formatted(""), LAUNCHER)
        .withOptions("-XDcompilePolicy=byfile")
        .reportsWhatIsMarked();
  }

  @ParameterizedTest
  @ValueSource(strings = {"simple", "byfile"})
  void classesOfOneFileAreSeenTogether(String policy) {
    CheckTester.of(
            LAUNCHER
                + """
                final class Counter {
                  int count;

                  void add() {
                    count++; // BUG: UnsafeReadModifyWrite
                  }
                }
                """)
        .withOptions("-XDcompilePolicy=" + policy)
        .reportsWhatIsMarked();
  }

  @Test
  void errorInALaterFileDoesNotDisturb() {
    assertThat(
            CheckTester.of(LAUNCHER, COUNTER.formatted(""), "class Broken { int x = missing++; }")
                .withOptions("-XDcompilePolicy=byfile")
                .diagnostics()
                .stream()
                .filter(said -> said.toString().contains("Interlock skipped")))
        .isEmpty();
  }
}
