package dev.interlock.fixes;

import static com.google.common.truth.Truth.assertThat;
import static dev.interlock.fixes.PatchedSources.assertSilent;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.interlock.testing.BuildLayout;
import dev.interlock.testing.JavacOutcome;
import dev.interlock.testing.RealJavac;
import dev.interlock.testing.Toolchain;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Patches whole programs in place, as a user would, and holds the result against the promises: it
 * compiles, is silent, is not patched again, computes the same and loses nothing.
 *
 * <p>A program has a {@code single()}, which computes something on one thread, and a {@code
 * lost()}, which counts the updates that many threads lose.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD) // The programs have static variables.
final class PatchedProgramsIT {
  private static final String HELPER = "Trial";

  private final RealJavac interlock = Toolchain.OF_THIS_BUILD.javacWithInterlockAlone();
  private final Path work;
  private final PatchedSources patched;
  private final JavacOutcome before;
  private final JavacOutcome after;
  private final URLClassLoader compiled;

  /** Patches the programs, a copy in a package of its own for each family. */
  PatchedProgramsIT(@TempDir Path work) throws IOException {
    this.work = work;
    Path buggy = folder("buggy");
    before =
        interlock
            .withErrorProneFlags(ImmutableList.of("-XepAllErrorsAsWarnings"))
            .compile(BuildLayout.javaFiles(originals()), buggy);
    for (Family family : Family.values()) {
      PatchedSources.copy(
              originals(),
              work.resolve("patched").resolve(packageOf(family)),
              text ->
                  text.replaceFirst("(?m)^package programs;", "package " + packageOf(family) + ";"))
          .patch(interlock, family, folder("patching-" + family));
    }
    patched = new PatchedSources(work.resolve("patched"));
    Path fixed = folder("fixed");
    after = interlock.compile(patched.files(), fixed);
    compiled =
        new URLClassLoader(
            new URL[] {
              buggy.resolve("classes").toUri().toURL(), fixed.resolve("classes").toUri().toURL()
            },
            ClassLoader.getPlatformClassLoader());
  }

  @AfterAll
  void close() throws IOException {
    compiled.close();
  }

  @Test
  void programsHaveBugs() {
    assertThat(programs().count()).isAtLeast(40);
    assertThat(before.diagnostics().size()).isAtLeast(90);
  }

  @Test
  void patchedProgramsCompileAndAreSilent() {
    assertSilent(after);
  }

  @Test
  void patchedProgramsAreSilentBesideTheNewestErrorProne() throws IOException {
    assertSilent(
        Toolchain.NEWEST.javacWithInterlockAlone().compile(patched.files(), folder("newest")));
  }

  @ParameterizedTest
  @EnumSource
  void secondPatchChangesNothing(Family family) throws IOException {
    PatchedSources ofFamily = new PatchedSources(patched.folder().resolve(packageOf(family)));
    ImmutableMap<Path, String> once = ofFamily.texts();

    ofFamily.patch(interlock, family, folder("again-" + family));

    assertThat(ofFamily.texts()).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("programsOfFamilies")
  void patchedProgramComputesTheSameAndLosesNothing(String program, Family family)
      throws ReflectiveOperationException {
    assertThat(call(packageOf(family), program, "single"))
        .isEqualTo(call("programs", program, "single"));
    assertThat(call(packageOf(family), program, "lost")).isEqualTo(0L);
  }

  static Stream<Arguments> programsOfFamilies() {
    return programs()
        .flatMap(
            program -> Arrays.stream(Family.values()).map(family -> Arguments.of(program, family)));
  }

  private static Stream<String> programs() {
    return BuildLayout.javaFiles(originals()).stream()
        .map(file -> file.getFileName().toString().replace(".java", ""))
        .filter(name -> !name.equals(HELPER));
  }

  private Object call(String inPackage, String program, String method)
      throws ReflectiveOperationException {
    Method found = compiled.loadClass(inPackage + "." + program).getDeclaredMethod(method);
    found.setAccessible(true);
    return found.invoke(null);
  }

  private static String packageOf(Family family) {
    return Ascii.toLowerCase(family.name()) + "programs";
  }

  private static Path originals() {
    return BuildLayout.projectRoot().resolve("checker-tests/src/test/resources/fixes/programs");
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectories(work.resolve(name));
  }
}
