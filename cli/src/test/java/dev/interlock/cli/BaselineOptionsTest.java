package dev.interlock.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} accepts what is in a baseline. */
final class BaselineOptionsTest {
  @TempDir Path folder;
  private SourceTree sources;
  private String baseline;

  @BeforeEach
  void createSources() {
    sources =
        new SourceTree(folder.resolve("src"))
            .with("door/Launcher.java", SourceTree.LAUNCHER)
            .with("door/Counter.java", SourceTree.COUNTER);
    baseline = folder.resolve("baseline.txt").toString();
  }

  @Test
  void baselineIsWrittenInsteadOfPrintingFindings() throws IOException {
    Run run = Run.of("check", "--write-baseline", baseline, sources.toString());

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Interlock wrote the baseline " + baseline + ": 1 accepted");
    assertThat(run.err()).endsWith("2 files checked, all findings accepted.\n");
    assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
    assertThat(Files.readString(Path.of(baseline)))
        .endsWith("src/door/Counter.java UnsafeReadModifyWrite door.Counter.add() count\n");
  }

  @Test
  void findingInTheBaselineIsNotPrinted() {
    Run.of("check", "--write-baseline", baseline, sources.toString());

    Run run = Run.of("check", "--baseline", baseline, sources.toString());

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).endsWith("2 files checked, nothing new found.\n");
    assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
  }

  @Test
  void findingThatIsNotInTheBaselineIsPrinted() {
    Run.of("check", "--write-baseline", baseline, sources.toString());
    sources.with("door/Counter.java", SourceTree.COUNTER.replace("count", "visitors"));

    Run run = Run.of("check", "--baseline", baseline, sources.toString());

    assertThat(run.out()).contains("[UnsafeReadModifyWrite] 'visitors' is read");
    assertThat(run.err()).contains("finds no more what the baseline " + baseline + " accepts");
    assertThat(run.status()).isEqualTo(ExitStatus.FOUND);
  }

  @Test
  void missingBaselineIsNamedWithWhatWritesIt() {
    Run run = Run.of("check", "--baseline", baseline, sources.toString());

    assertThat(run.err()).contains("There is no baseline " + baseline);
    assertThat(run.err()).contains("--write-baseline " + baseline);
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
  }

  @Test
  void baselineIsReadOrWrittenAndNotBoth() {
    Run run =
        Run.of("check", "--baseline", baseline, "--write-baseline", baseline, sources.toString());

    assertThat(run.err()).contains("mutually exclusive");
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
  }
}
