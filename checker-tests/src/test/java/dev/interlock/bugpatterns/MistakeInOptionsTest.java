package dev.interlock.bugpatterns;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import dev.interlock.testing.CheckTester;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mistake in an option or a model file fails the compilation, and says what is wrong, once. */
final class MistakeInOptionsTest {
  private static final String LOST_UPDATE =
      """
      class Visits {
        private volatile int count;

        void visit() {
          count++;
        }
      }
      """;

  private static final String NOTHING_TO_FIND =
      """
      interface Visitor {
        void visit();
      }
      """;

  @TempDir Path folder;

  @Test
  void unknownOptionIsToldOnceForAllFilesAndChecks() {
    assertThat(errors("-XepOpt:Interlock:Modles=x", LOST_UPDATE, NOTHING_TO_FIND))
        .containsExactly(
            "ERROR Interlock: there is no option -XepOpt:Interlock:Modles; the options are"
                + " Interlock:Baseline, Interlock:Debug, Interlock:Fix, Interlock:LongAdder,"
                + " Interlock:Models, Interlock:Report, Interlock:Root, Interlock:Sarif, Interlock:Summary,"
                + " Interlock:UnusedSuppressions, Interlock:WriteBaseline");
  }

  @Test
  void unknownOptionIsToldEvenIfNothingCanBeFound() {
    assertThat(errors("-XepOpt:Interlock:Modles=x", NOTHING_TO_FIND)).hasSize(1);
  }

  @Test
  void modelFileThatIsMissingIsNamed() {
    Path missing = folder.resolve("missing.model");

    ImmutableList<String> errors = errors("-XepOpt:Interlock:Models=" + missing, LOST_UPDATE);

    assertThat(errors).hasSize(1);
    assertThat(errors.get(0)).startsWith("ERROR Interlock: cannot read the model file " + missing);
  }

  @Test
  void mistakeInAModelFileIsNamedWithItsLine() throws IOException {
    Path model = model("type com.example.Registry : thread-safe\n  find(_) : raeds key=0\n");

    ImmutableList<String> errors = errors("-XepOpt:Interlock:Models=" + model, LOST_UPDATE);

    assertThat(errors).hasSize(1);
    assertThat(errors.get(0)).startsWith("ERROR Interlock: " + model + ":2: ");
  }

  @Test
  void modelFileWithoutMistakeIsUsed() throws IOException {
    Path model =
        model("type com.example.TaskRunner : executor\n  run(Runnable) : launches 0 on receiver\n");
    CheckTester check =
        CheckTester.of(
            """
            package com.example;

            interface TaskRunner {
              void run(Runnable task);
            }
            """,
            """
            package com.example;

            class Turnstile {
              private int passages;

              void pass(TaskRunner runner) {
                runner.run(() -> passages++); // BUG: UnsafeReadModifyWrite
              }
            }
            """);

    check.withOptions("-XepOpt:Interlock:Models=" + model).reportsWhatIsMarked();
    assertThat(check.diagnostics()).isEmpty();
  }

  private Path model(String text) throws IOException {
    return Files.writeString(folder.resolve("our.model"), text);
  }

  private static ImmutableList<String> errors(String option, String... sources) {
    return CheckTester.of(sources).withOptions(option).diagnostics().stream()
        .map(said -> said.getKind() + " " + said.getMessage(Locale.ENGLISH))
        .collect(toImmutableList());
  }
}
