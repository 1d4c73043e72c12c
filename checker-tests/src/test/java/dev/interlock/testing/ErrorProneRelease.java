package dev.interlock.testing;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** A release of Error Prone that the plugin is tested beside. */
public enum ErrorProneRelease {
  V2_42_0("2.42.0"),
  V2_50_0("2.50.0");

  private final String version;

  ErrorProneRelease(String version) {
    this.version = version;
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
