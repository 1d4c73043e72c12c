package dev.interlock.fixes;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.interlock.testing.BuildLayout;
import dev.interlock.testing.InterlockChecks;
import dev.interlock.testing.JavacOutcome;
import dev.interlock.testing.RealJavac;
import dev.interlock.testing.Toolchain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A copy of sources that a real {@code javac} patches in place, as it would for a user.
 *
 * @param folder where the copy is
 */
record PatchedSources(Path folder) {

  /** Copies all sources below a folder, each with its text changed. */
  static PatchedSources copy(Path from, Path to, UnaryOperator<String> change) throws IOException {
    for (Path file : BuildLayout.javaFiles(from)) {
      Path copy = to.resolve(from.relativize(file).toString());
      Files.createDirectories(copy.resolveSibling("."));
      Files.writeString(copy, change.apply(Files.readString(file)));
    }
    return new PatchedSources(to);
  }

  ImmutableList<Path> files() {
    return BuildLayout.javaFiles(folder);
  }

  /** What is in each file. */
  ImmutableMap<Path, String> texts() {
    return files().stream().collect(toImmutableMap(file -> file, PatchedSources::text));
  }

  /** Applies the fixes of all checks, those of the given family first. */
  JavacOutcome patch(RealJavac interlock, Family family, Path work) {
    ImmutableList<String> flags =
        ImmutableList.<String>builder()
            .add("-XepPatchChecks:" + String.join(",", InterlockChecks.NAMES))
            .add("-XepPatchLocation:IN_PLACE")
            .addAll(family.flags())
            .build();
    return interlock.withErrorProneFlags(flags).compile(files(), work);
  }

  /** The javac of this build without any check. */
  static RealJavac plainJavac() {
    return Toolchain.OF_THIS_BUILD
        .javac()
        .withErrorProneFlags(ImmutableList.of("-XepDisableAllChecks"));
  }

  static void assertSilent(JavacOutcome outcome) {
    assertWithMessage(outcome.output()).that(outcome.diagnostics()).isEmpty();
    assertWithMessage(outcome.output()).that(outcome.succeeded()).isTrue();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
