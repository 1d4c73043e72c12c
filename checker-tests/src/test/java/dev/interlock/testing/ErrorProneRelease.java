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
  /** The oldest that brings the library for control-flow graphs. */
  V2_36_0("2.36.0", 17),
  /** The last that runs on JDK 17. */
  V2_42_0("2.42.0", 17),
  V2_43_0("2.43.0", 21, 25),
  V2_50_0("2.50.0", 21, 25);

  private final String version;
  private final ImmutableList<Integer> features;

  /**
   * @param features the feature versions of the JDKs that the release is tested on
   */
  ErrorProneRelease(String version, Integer... features) {
    this.version = version;
    this.features = ImmutableList.copyOf(features);
  }

  /** Returns the feature versions of the JDKs that the release is tested on. */
  public ImmutableList<Integer> features() {
    return features;
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
