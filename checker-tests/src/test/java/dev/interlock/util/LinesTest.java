package dev.interlock.util;

import static com.google.common.truth.Truth.assertThat;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Lines are known whether or not javac writes them to class files. */
final class LinesTest {
  private static final String COUNTER =
      """
      import java.util.List;

      class Counter {
        private int count;

        void addAll(List<Integer> numbers) {
          numbers.parallelStream()
              .forEach(
                  number -> {
                    int old = count;
                    count = old + number; // BUG: UnsafeReadModifyWrite
                  });
        }
      }
      """;

  @Test
  void withoutDebugInformationTheSameIsReported() {
    CheckTester.of(COUNTER).withOptions("-g:none").reportsWhatIsMarked();
  }

  @Test
  void withoutDebugInformationTheMessageIsTheSame() {
    assertThat(CheckTester.of(COUNTER).withOptions("-g:none").onlyMessage())
        .isEqualTo(CheckTester.of(COUNTER).withOptions("-g").onlyMessage());
  }
}
