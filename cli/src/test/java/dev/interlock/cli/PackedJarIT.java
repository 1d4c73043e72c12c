package dev.interlock.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packed jar, run as its users run it: {@code java -jar}, with nothing else. */
final class PackedJarIT {
  private static final int CLASS_FILES_OF_JAVA_8 = 52;

  @TempDir Path folder;

  /** The Java to run the jar with. */
  enum Java {
    RUNNING,
    NEWEST;

    Optional<Path> home() {
      return this == RUNNING
          ? Optional.of(Path.of(System.getProperty("java.home")))
          : InstalledJdks.findNewer();
    }
  }

  @ParameterizedTest
  @EnumSource
  void checksSources(Java java) throws Exception {
    new SourceTree(folder)
        .with("src/door/Launcher.java", SourceTree.LAUNCHER)
        .with("src/door/Counter.java", SourceTree.COUNTER);

    Run run = run(java, "-jar", jar(), "check", "src");

    assertThat(run.out())
        .startsWith(
            Path.of("src/door/Counter.java")
                + ":7: error: [UnsafeReadModifyWrite] 'count' is read");
    assertThat(run.err()).endsWith("2 files checked, 1 finding in 1 file.\n");
    assertThat(run.status()).isEqualTo(ExitStatus.FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void acceptsCleanSources(Java java) throws Exception {
    new SourceTree(folder)
        .with("src/door/Launcher.java", SourceTree.LAUNCHER)
        .with("src/door/Counter.java", SourceTree.GOOD_COUNTER);

    Run run = run(java, "-jar", jar(), "check", "src");

    assertWithMessage("%s", run).that(run.status()).isEqualTo(ExitStatus.CLEAN);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void seesNothingOfItsOwnLibraries() throws Exception {
    new SourceTree(folder)
        .with("src/Own.java", "class Own { com.google.common.base.Splitter splitter; }");

    Run run = run(Java.RUNNING, "-jar", jar(), "check", "src");

    assertThat(run.err()).contains("package com.google.common.base does not exist");
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
  }

  @Test
  void explainsACheck() throws Exception {
    Run run = run(Java.RUNNING, "-jar", jar(), "explain", "SplitCriticalSection");

    assertThat(run.out()).startsWith("# SplitCriticalSection\n");
    assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
  }

  @Test
  void namesItsVersions() throws Exception {
    Run run = run(Java.RUNNING, "-jar", jar(), "--version");

    assertThat(run.out()).matches("interlock-cli \\d\\S+ with Error Prone \\d\\S+\n");
  }

  @Test
  void javaWithoutCompilerIsToldSo() throws Exception {
    new SourceTree(folder).with("src/door/Counter.java", SourceTree.COUNTER);

    Run run = run(Java.RUNNING, "--limit-modules=java.se", "-jar", jar(), "check", "src");

    assertThat(run.err()).contains("This Java has no compiler");
    assertThat(run.err()).contains("Run Interlock with the java of a JDK");
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
  }

  @Test
  void launcherRunsOnAnyJavaSoThatAnOldOneCanBeToldSo() throws Exception {
    try (JarFile jar = new JarFile(jar());
        DataInputStream launcher =
            new DataInputStream(
                jar.getInputStream(jar.getEntry("dev/interlock/cli/Launcher.class")))) {
      launcher.readInt();
      launcher.readUnsignedShort();

      assertThat(launcher.readUnsignedShort()).isEqualTo(CLASS_FILES_OF_JAVA_8);
      assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
          .isEqualTo("dev.interlock.cli.Launcher");
    }
  }

  private Run run(Java java, String... arguments) throws IOException, InterruptedException {
    Optional<Path> home = java.home();
    assumeTrue(home.isPresent(), "No JDK 21 or newer is installed");
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(
                ImmutableList.<String>builder()
                    .add(home.get().resolve("bin/java").toString())
                    .add(arguments)
                    .build())
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Run(process.waitFor(), Files.readString(out), Files.readString(err));
  }

  private static String jar() {
    return System.getProperty("interlock.cli.jar");
  }
}
