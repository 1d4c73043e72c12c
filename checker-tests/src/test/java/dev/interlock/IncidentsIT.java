package dev.interlock;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.interlock.testing.BuildLayout;
import dev.interlock.testing.JavacOutcome;
import dev.interlock.testing.Toolchain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The documented bugs do not compile, and their fixes do, as a user would see it.
 *
 * <p>A line of a buggy class that must be reported ends in {@code // BUG:} and the names of the
 * checks that report it.
 */
final class IncidentsIT {
  private static final Pattern MARK = Pattern.compile("// BUG: (.+)$");

  @TempDir Path work;

  static ImmutableList<Arguments> incidentsAndToolchains() throws IOException {
    try (Stream<Path> folders = Files.list(buggy().resolve("dev/interlock/examples"))) {
      return folders
          .sorted()
          .map(folder -> folder.getFileName().toString())
          .flatMap(
              incident ->
                  Arrays.stream(Toolchain.values())
                      .map(toolchain -> Arguments.of(incident, toolchain)))
          .collect(toImmutableList());
    }
  }

  @ParameterizedTest
  @MethodSource("incidentsAndToolchains")
  void javacRefusesTheBugs(String incident, Toolchain toolchain) {
    ImmutableList<Path> sources =
        BuildLayout.javaFiles(buggy().resolve("dev/interlock/examples").resolve(incident));
    ImmutableList<Report> marked =
        sources.stream().flatMap(IncidentsIT::marks).collect(toImmutableList());
    assertThat(marked).isNotEmpty();

    JavacOutcome outcome = compile(toolchain, sources);

    assertWithMessage(outcome.output()).that(reports(outcome)).containsExactlyElementsIn(marked);
    assertThat(outcome.succeeded()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void javacAcceptsTheFixes(Toolchain toolchain) {
    ImmutableList<Path> sources = BuildLayout.javaFiles(fixed());
    assertThat(sources).isNotEmpty();

    JavacOutcome outcome = compile(toolchain, sources);

    assertWithMessage(outcome.output()).that(outcome.succeeded()).isTrue();
  }

  private JavacOutcome compile(Toolchain toolchain, ImmutableList<Path> sources) {
    return toolchain
        .javacWithInterlockAlone()
        .withOptions(ImmutableList.of("-sourcepath", fixed().toString()))
        .compile(sources, work);
  }

  private static ImmutableList<Report> reports(JavacOutcome outcome) {
    return outcome.diagnostics().stream()
        .map(
            diagnostic ->
                new Report(
                    diagnostic.file().getFileName().toString(),
                    diagnostic.line(),
                    diagnostic.check()))
        .collect(toImmutableList());
  }

  private static Stream<Report> marks(Path file) {
    ImmutableList<String> lines = lines(file);
    return IntStream.range(0, lines.size())
        .boxed()
        .flatMap(index -> marks(file.getFileName().toString(), index + 1, lines.get(index)));
  }

  private static Stream<Report> marks(String file, int line, String text) {
    Matcher mark = MARK.matcher(text);
    return mark.find()
        ? Splitter.on(", ").splitToStream(mark.group(1)).map(name -> new Report(file, line, name))
        : Stream.empty();
  }

  private static ImmutableList<String> lines(Path file) {
    try {
      return ImmutableList.copyOf(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path buggy() {
    return BuildLayout.projectRoot().resolve("examples/src/buggy/java");
  }

  private static Path fixed() {
    return BuildLayout.projectRoot().resolve("examples/src/main/java");
  }

  /** That a check reports, or must report, a line. */
  private record Report(String file, int line, String check) {}
}
