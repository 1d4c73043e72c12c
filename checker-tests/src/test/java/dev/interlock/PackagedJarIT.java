package dev.interlock;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import dev.interlock.testing.BuildLayout;
import dev.interlock.testing.InterlockChecks;
import dev.interlock.testing.JavacOutcome;
import dev.interlock.testing.Toolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The jar that users add to their processor path, looked at from outside. */
final class PackagedJarIT {
  private static final String SERVICE =
      "META-INF/services/com.google.errorprone.bugpatterns.BugChecker";

  @TempDir Path work;

  @Test
  void holdsNothingButThePlugin() throws IOException {
    try (JarFile jar = open()) {
      ImmutableList<String> strangers =
          jar.stream()
              .filter(entry -> !entry.isDirectory())
              .map(ZipEntry::getName)
              .filter(name -> !name.startsWith("dev/interlock/"))
              .filter(name -> !name.startsWith("META-INF/maven/dev.interlock/"))
              .collect(toImmutableList());

      assertThat(strangers).containsExactly("META-INF/MANIFEST.MF", SERVICE);
    }
  }

  @Test
  void namesItsModule() throws IOException {
    try (JarFile jar = open()) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
          .isEqualTo("dev.interlock");
    }
  }

  @Test
  void registersEveryCheckAndNoOther() throws IOException {
    try (JarFile jar = open()) {
      String service = new String(jar.getInputStream(jar.getEntry(SERVICE)).readAllBytes(), UTF_8);

      assertThat(service.lines())
          .containsExactlyElementsIn(
              InterlockChecks.NAMES.stream()
                  .map(check -> "dev.interlock.bugpatterns." + check)
                  .collect(toImmutableList()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void errorProneLoadsEveryCheck(Toolchain toolchain) throws IOException {
    JavacOutcome outcome =
        toolchain.javacWithInterlockAlone().compile(ImmutableList.of(harmlessSource()), work);

    assertThat(outcome.output()).isEmpty();
    assertThat(outcome.exitCode()).isEqualTo(0);
  }

  @ParameterizedTest
  @EnumSource
  void errorProneRefusesACheckThatThePluginDoesNotHave(Toolchain toolchain) throws IOException {
    JavacOutcome outcome =
        toolchain
            .javac()
            .withErrorProneFlags(ImmutableList.of("-Xep:NoSuchCheckOfInterlock:ERROR"))
            .compile(ImmutableList.of(harmlessSource()), work);

    assertThat(outcome.output()).contains("NoSuchCheckOfInterlock is not a valid checker name");
    assertThat(outcome.exitCode()).isNotEqualTo(0);
  }

  private Path harmlessSource() throws IOException {
    return Files.writeString(
        work.resolve("Harmless.java"),
        """
        final class Harmless {
          private Harmless() {}
        }
        """);
  }

  private static JarFile open() throws IOException {
    return new JarFile(BuildLayout.pluginJar().toFile());
  }
}
