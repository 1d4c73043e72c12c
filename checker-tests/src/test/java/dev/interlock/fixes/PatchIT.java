package dev.interlock.fixes;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;
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
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;

/**
 * Patches whole programs in place, as a user would, and holds the result against the promises: it
 * compiles, is silent, is not patched again, computes the same and loses nothing.
 */
final class PatchIT {
  private static final String PACKAGE = "programs";

  @TempDir Path work;

  /** The families of fixes that a user can ask for. */
  enum Family {
    DEFAULT,
    ATOMIC,
    MUTEX;

    ImmutableList<String> flags() {
      return switch (this) {
        case DEFAULT -> ImmutableList.of();
        case ATOMIC -> ImmutableList.of("-XepOpt:Interlock:Fix=atomic");
        case MUTEX -> ImmutableList.of("-XepOpt:Interlock:Fix=mutex");
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void patchedProgramsAreRight(Family family) throws Exception {
    Path original = work.resolve("original");
    Path patched = work.resolve("patched");
    copy(programs(), original);
    copy(programs(), patched);
    ImmutableList<Path> sources = BuildLayout.javaFiles(patched);
    RealJavac interlock = Toolchain.OF_THIS_BUILD.javacWithInterlockAlone();
    JavacOutcome before = interlock.compile(sources, folder("before"));
    assertWithMessage("programs with a bug").that(before.diagnostics().size()).isAtLeast(90);

    patch(interlock, family, sources);

    ImmutableMap<Path, String> once = texts(sources);
    Path fixed = folder("fixed");
    assertSilent(interlock.compile(sources, fixed));
    patch(interlock, family, sources);
    assertThat(texts(sources)).isEqualTo(once);
    assertSilentBesideNewest(sources);

    Path buggy = folder("buggy");
    assertSilent(plain().compile(BuildLayout.javaFiles(original), buggy));
    try (Programs old = new Programs(buggy);
        Programs now = new Programs(fixed)) {
      for (String program : names()) {
        assertWithMessage(program + " alone")
            .that(now.call(program, "single"))
            .isEqualTo(old.call(program, "single"));
        assertWithMessage(program + " under stress").that(now.call(program, "lost")).isEqualTo(0L);
      }
    }
  }

  /** Both families; what an expert would choose is one or the other. */
  @ParameterizedTest
  @EnumSource(names = {"DEFAULT", "MUTEX"})
  void patchedIncidentsAreRight(Family family) throws Exception {
    Path examples = BuildLayout.projectRoot().resolve("examples/src");
    Path fixes = examples.resolve("main/java");
    Path patched = work.resolve("patched");
    copyTree(examples.resolve("buggy/java"), patched);
    ImmutableList<Path> sources = BuildLayout.javaFiles(patched);
    ImmutableMap<Path, String> asTheyWere = texts(sources);
    RealJavac interlock =
        Toolchain.OF_THIS_BUILD
            .javacWithInterlockAlone()
            .withOptions(ImmutableList.of("-sourcepath", fixes.toString()));

    patch(interlock, family, sources);

    ImmutableMap<Path, String> once = texts(sources);
    assertSilent(interlock.compile(sources, folder("fixed")));
    patch(interlock, family, sources);
    assertThat(texts(sources)).isEqualTo(once);

    ImmutableList<Path> all =
        ImmutableList.<Path>builder()
            .addAll(sources)
            .addAll(BuildLayout.javaFiles(fixes))
            .addAll(BuildLayout.javaFiles(examples.resolve("stress/java")))
            .build();
    Path stress = folder("stress");
    assertSilent(plain().compile(all, stress));
    for (String line : stressed(stress)) {
      boolean isPatched =
          sources.stream()
              .filter(file -> !Objects.equals(asTheyWere.get(file), once.get(file)))
              .anyMatch(file -> line.contains(" " + nameOf(file) + " "));
      if (isPatched) {
        assertWithMessage(line).that(line).containsMatch("\\s0 of [0-9,]+$");
      }
    }
  }

  private ImmutableList<String> stressed(Path stress) throws Exception {
    Path output = work.resolve("stress.txt");
    Process run =
        new ProcessBuilder(
                Toolchain.OF_THIS_BUILD.javac().jdk().tool("java").toString(),
                "-classpath",
                stress.resolve("classes").toString(),
                "dev.interlock.examples.stress.StressRun")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(run.waitFor()).isEqualTo(0);
    return ImmutableList.copyOf(Files.readAllLines(output));
  }

  private static void copyTree(Path from, Path to) throws IOException {
    for (Path file : BuildLayout.javaFiles(from)) {
      Path copy = to.resolve(from.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
  }

  private static void patch(RealJavac interlock, Family family, ImmutableList<Path> sources)
      throws IOException {
    ImmutableList<String> flags =
        ImmutableList.<String>builder()
            .add("-XepPatchChecks:" + String.join(",", InterlockChecks.NAMES))
            .add("-XepPatchLocation:IN_PLACE")
            .addAll(family.flags())
            .build();
    interlock.withErrorProneFlags(flags).compile(sources, Files.createTempDirectory("patching"));
  }

  private void assertSilentBesideNewest(ImmutableList<Path> sources) throws IOException {
    try {
      assertSilent(Toolchain.NEWEST.javacWithInterlockAlone().compile(sources, folder("newest")));
    } catch (TestAbortedException e) {
      System.out.println("Not compiled beside the newest Error Prone: " + e.getMessage());
    }
  }

  private static RealJavac plain() {
    return Toolchain.OF_THIS_BUILD
        .javac()
        .withErrorProneFlags(ImmutableList.of("-XepDisableAllChecks"));
  }

  private static void assertSilent(JavacOutcome outcome) {
    assertWithMessage(outcome.output()).that(outcome.diagnostics()).isEmpty();
    assertWithMessage(outcome.output()).that(outcome.succeeded()).isTrue();
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectories(work.resolve(name));
  }

  private static Path programs() {
    return BuildLayout.projectRoot().resolve("checker-tests/src/test/resources/fixes/programs");
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static ImmutableList<String> names() {
    return BuildLayout.javaFiles(programs()).stream()
        .map(PatchIT::nameOf)
        .filter(name -> !name.equals("Trial"))
        .collect(toImmutableList());
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.collect(toImmutableList())) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static ImmutableMap<Path, String> texts(List<Path> files) {
    return files.stream()
        .collect(
            ImmutableMap.toImmutableMap(
                file -> file,
                file -> {
                  try {
                    return Files.readString(file);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }));
  }

  /** Compiled programs, each with a {@code single()} and a {@code lost()}. */
  private static final class Programs implements AutoCloseable {
    private final URLClassLoader loader;

    Programs(Path work) throws IOException {
      loader =
          new URLClassLoader(
              new URL[] {work.resolve("classes").toUri().toURL()},
              ClassLoader.getPlatformClassLoader());
    }

    Object call(String program, String method) throws ReflectiveOperationException {
      var found = loader.loadClass(PACKAGE + "." + program).getDeclaredMethod(method);
      found.setAccessible(true);
      return found.invoke(null);
    }

    @Override
    public void close() throws IOException {
      loader.close();
    }
  }
}
