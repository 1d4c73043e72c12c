package dev.interlock.testing;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** A release of Error Prone that the plugin is tested beside. */
public enum ErrorProneRelease {
  /** The oldest that brings the library for control-flow graphs. */
  V2_36_0("2.36.0", /* onJdk17= */ true),
  /** The last that runs on JDK 17. */
  V2_42_0("2.42.0", /* onJdk17= */ true),
  V2_43_0("2.43.0", /* onJdk17= */ false),
  V2_50_0("2.50.0", /* onJdk17= */ false);

  private static final int FIRST_OF_NEW_RELEASES = 21;

  private final String version;
  private final boolean onJdk17;

  ErrorProneRelease(String version, boolean onJdk17) {
    this.version = version;
    this.onJdk17 = onJdk17;
  }

  /** A JDK that the release runs on: the running one for old releases, or else a newer one. */
  public Optional<Jdk> jdk() {
    return onJdk17
        ? Optional.of(Jdk.running()).filter(running -> running.feature() < FIRST_OF_NEW_RELEASES)
        : Jdk.findNewer();
  }

  /** The release that the running tests have on their class path. */
  public static ErrorProneRelease ofThisBuild() {
    String version = BuildLayout.property("interlock.errorprone");
    return Arrays.stream(values())
        .filter(release -> release.version.equals(version))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Unknown Error Prone release " + version));
  }

  /** Error Prone itself with all that it needs, as a user's build resolves it. */
  public ImmutableList<Path> processorPath() {
    Path jars =
        BuildLayout.existing(
            BuildLayout.projectRoot()
                .resolve("checker-tests/processor-path/error-prone-" + version + "/target/jars"));
    try (Stream<Path> paths = Files.list(jars)) {
      return paths.sorted().collect(toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "Error Prone " + version;
  }
}
