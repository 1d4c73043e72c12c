package dev.interlock;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import dev.interlock.testing.BuildLayout;
import dev.interlock.testing.JavacOutcome;
import dev.interlock.testing.Toolchain;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second stage of the build: the plugin, once packed, accepts its own code. */
final class SelfCheckIT {
  /** What the plugin's code touches of javac. */
  private static final ImmutableList<String> JAVAC_INTERNALS =
      ImmutableList.of(
          "api", "code", "comp", "file", "main", "model", "parser", "processing", "tree", "util");

  @TempDir Path work;

  @ParameterizedTest
  @ValueSource(strings = {"checker/src/main/java", "checker-tests/src/test/java"})
  void interlockAcceptsItsOwnCode(String folder) {
    ImmutableList<Path> sources = BuildLayout.javaFiles(BuildLayout.projectRoot().resolve(folder));
    assertThat(sources).isNotEmpty();

    JavacOutcome outcome =
        Toolchain.OF_THIS_BUILD
            .javacWithInterlockAlone()
            .withClasspath(BuildLayout.testClasspath())
            .withOptions(exports())
            .compile(sources, work);

    assertWithMessage(outcome.output()).that(outcome.exitCode()).isEqualTo(0);
  }

  private static ImmutableList<String> exports() {
    return JAVAC_INTERNALS.stream()
        .map(name -> "--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED")
        .collect(ImmutableList.toImmutableList());
  }
}
