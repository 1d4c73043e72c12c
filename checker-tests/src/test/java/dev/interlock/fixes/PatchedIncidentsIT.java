package dev.interlock.fixes;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static dev.interlock.fixes.PatchedSources.assertSilent;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.interlock.testing.BuildLayout;
import dev.interlock.testing.RealJavac;
import dev.interlock.testing.Toolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The documented bugs, patched, are silent and lose nothing when they are stressed. */
final class PatchedIncidentsIT {
  private final Path examples = BuildLayout.projectRoot().resolve("examples/src");
  private final Path fixes = examples.resolve("main/java");
  private final RealJavac interlock =
      Toolchain.OF_THIS_BUILD
          .javacWithInterlockAlone()
          .withOptions(ImmutableList.of("-sourcepath", fixes.toString()));

  @TempDir Path work;

  /** Both families; what an expert would choose is one or the other. */
  @ParameterizedTest
  @EnumSource(names = {"DEFAULT", "MUTEX"})
  void patchedIncidentsAreRight(Family family) throws Exception {
    PatchedSources incidents =
        PatchedSources.copy(examples.resolve("buggy/java"), work.resolve("patched"), text -> text);
    ImmutableMap<Path, String> asTheyWere = incidents.texts();

    incidents.patch(interlock, family, folder("patching"));

    ImmutableMap<Path, String> once = incidents.texts();
    assertSilent(interlock.compile(incidents.files(), folder("fixed")));
    incidents.patch(interlock, family, folder("again"));
    assertThat(incidents.texts()).isEqualTo(once);

    ImmutableList<String> patched =
        incidents.files().stream()
            .filter(file -> !Objects.equals(asTheyWere.get(file), once.get(file)))
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(toImmutableList());
    for (String line : stressed(incidents)) {
      if (patched.stream().anyMatch(name -> line.contains(" " + name + " "))) {
        assertWithMessage(line).that(line).containsMatch("\\s0 of [0-9,]+$");
      }
    }
  }

  private ImmutableList<String> stressed(PatchedSources incidents) throws Exception {
    Path stress = folder("stress");
    assertSilent(
        PatchedSources.plainJavac()
            .compile(
                ImmutableList.<Path>builder()
                    .addAll(incidents.files())
                    .addAll(BuildLayout.javaFiles(fixes))
                    .addAll(BuildLayout.javaFiles(examples.resolve("stress/java")))
                    .build(),
                stress));
    Path output = work.resolve("stress.txt");
    Process run =
        new ProcessBuilder(
                interlock.jdk().tool("java").toString(),
                "-classpath",
                stress.resolve("classes").toString(),
                "dev.interlock.examples.stress.StressRun")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(run.waitFor()).isEqualTo(0);
    return ImmutableList.copyOf(Files.readAllLines(output));
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectories(work.resolve(name));
  }
}
