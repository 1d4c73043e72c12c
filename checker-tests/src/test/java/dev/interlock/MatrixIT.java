package dev.interlock;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.interlock.testing.BuildLayout;
import dev.interlock.testing.ErrorProneRelease;
import dev.interlock.testing.InterlockChecks;
import dev.interlock.testing.JavacOutcome;
import dev.interlock.testing.Jdk;
import dev.interlock.testing.RealJavac;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The packed plugin reports the same beside every Error Prone that it supports. */
final class MatrixIT {
  private static ImmutableSortedSet<String> expected = ImmutableSortedSet.of();

  @BeforeAll
  static void askTheErrorProneOfThisBuild(@TempDir Path work) {
    expected = reports(Jdk.running(), ErrorProneRelease.ofThisBuild(), work);
    assertThat(expected.size()).isAtLeast(30);
  }

  static Stream<Arguments> pairs() {
    return Arrays.stream(ErrorProneRelease.values())
        .flatMap(
            release -> release.features().stream().map(feature -> arguments(release, feature)));
  }

  @ParameterizedTest(name = "{0} on JDK {1}")
  @MethodSource("pairs")
  void reportsTheSame(ErrorProneRelease release, int feature, @TempDir Path work) {
    Optional<Jdk> jdk = Jdk.find(feature);
    assumeTrue(jdk.isPresent(), "no such JDK is installed");
    boolean isThisBuild =
        release == ErrorProneRelease.ofThisBuild() && jdk.get().equals(Jdk.running());
    assumeFalse(isThisBuild, "what the others are compared with");

    assertThat(reports(jdk.get(), release, work)).isEqualTo(expected);
  }

  private static ImmutableSortedSet<String> reports(Jdk jdk, ErrorProneRelease release, Path work) {
    JavacOutcome outcome =
        RealJavac.of(jdk, release)
            .withErrorProneFlags(
                Stream.concat(
                        Stream.of("-XepDisableAllChecks"),
                        InterlockChecks.NAMES.stream().map(check -> "-Xep:" + check + ":WARN"))
                    .toList())
            .withClasspath(BuildLayout.testClasspath())
            .withOptions(ImmutableList.of("-sourcepath", examples("main").toString()))
            .withOptions(ImmutableList.of("-implicit:none", "-Xmaxwarns", "10000"))
            .compile(BuildLayout.javaFiles(examples("buggy")), work);
    assertWithMessage(outcome.output()).that(outcome.succeeded()).isTrue();
    assertThat(outcome.output()).doesNotContain("Interlock skipped");
    return outcome.diagnostics().stream()
        .filter(said -> InterlockChecks.NAMES.contains(said.check()))
        .map(said -> said.file().getFileName() + ":" + said.line() + " " + said.headline())
        .collect(toImmutableSortedSet(Comparator.naturalOrder()));
  }

  private static Path examples(String kind) {
    return BuildLayout.projectRoot().resolve("examples/src").resolve(kind).resolve("java");
  }
}
