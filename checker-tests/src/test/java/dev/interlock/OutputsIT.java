package dev.interlock;

import static com.google.common.truth.Truth.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import dev.interlock.testing.JavacOutcome;
import dev.interlock.testing.SarifSchema;
import dev.interlock.testing.Toolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the packed plugin writes and says when a compilation ends. */
final class OutputsIT {
  @TempDir Path work;
  private Path visits;
  private Path pages;

  @BeforeEach
  void setUp() throws IOException {
    visits =
        Files.writeString(
            work.resolve("Visits.java"),
            """
            class Visits {
              private volatile int count;

              void visit() {
                count++;
              }
            }
            """);
    // Javac goes on to the next file after an error.
    pages =
        Files.writeString(
            work.resolve("Pages.java"), Files.readString(visits).replace("Visits", "Pages"));
  }

  @ParameterizedTest
  @EnumSource
  void sarifAndSummaryAreWholeThoughTheCompilationFails(Toolchain toolchain) {
    Path sarif = work.resolve("found.sarif");

    JavacOutcome outcome = compile(toolchain, "Sarif=" + sarif);

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output())
        .contains("Note: Interlock found 2 lost updates in 2 files: 2 UnsafeReadModifyWrite");
    JsonNode run = SarifSchema.read(sarif).at("/runs/0");
    assertThat(run.at("/results").size()).isEqualTo(2);
    assertThat(run.at("/tool/driver/version").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @ParameterizedTest
  @EnumSource
  void baselineTurnsTheBuildGreen(Toolchain toolchain) {
    Path baseline = work.resolve("baseline.txt");

    assertThat(compile(toolchain, "WriteBaseline=" + baseline).exitCode()).isEqualTo(0);

    JavacOutcome outcome = compile(toolchain, "Baseline=" + baseline);
    assertThat(outcome.exitCode()).isEqualTo(0);
    assertThat(outcome.output())
        .isEqualTo("Note: Interlock found nothing new; 2 are in the baseline\n");
  }

  @Test
  void allToolchainsWriteTheSameSarif() throws IOException {
    Path sarif = work.resolve("found.sarif");

    compile(Toolchain.OF_THIS_BUILD, "Sarif=" + sarif);
    byte[] before = Files.readAllBytes(sarif);
    compile(Toolchain.NEWEST, "Sarif=" + sarif);

    assertThat(Files.readAllBytes(sarif)).isEqualTo(before);
  }

  private JavacOutcome compile(Toolchain toolchain, String option) {
    return toolchain
        .javacWithInterlockAlone()
        .withErrorProneFlags(ImmutableList.of("-XepOpt:Interlock:" + option))
        .compile(ImmutableList.of(visits, pages), work);
  }
}
