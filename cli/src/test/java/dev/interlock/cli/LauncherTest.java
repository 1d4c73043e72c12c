package dev.interlock.cli;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Java that cannot run Interlock is told what is needed. */
final class LauncherTest {

  @ParameterizedTest
  @ValueSource(strings = {"1.8", "9", "11", "16"})
  void oldJavaIsRefused(String version) {
    assertThat(Launcher.complaint(version, "/opt/java", true))
        .startsWith("Interlock needs a JDK 17 or newer, and this is Java " + version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "25", "100"})
  void newJavaWillDo(String version) {
    assertThat(Launcher.complaint(version, "/opt/java", true)).isEmpty();
  }

  @Test
  void javaWithoutCompilerIsRefused() {
    assertThat(Launcher.complaint("17", "/opt/java", false)).contains("/opt/java is a JRE");
  }
}
