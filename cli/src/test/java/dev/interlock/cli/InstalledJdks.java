package dev.interlock.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The JDKs of this machine, beside the running one. */
final class InstalledJdks {
  private static final String VARIABLE = "INTERLOCK_JDK25";
  private static final Path USUAL_PLACE = Path.of("/usr/lib/jvm");
  private static final int NEWER = 21;

  private InstalledJdks() {}

  /**
   * The home of a JDK 21 or newer: the one that {@code INTERLOCK_JDK25} names, or one that lies
   * where JDKs usually are.
   */
  static Optional<Path> findNewer() {
    return Stream.concat(Stream.ofNullable(System.getenv(VARIABLE)).map(Path::of), installed())
        .filter(home -> Files.isExecutable(home.resolve("bin/javac")))
        .filter(home -> feature(home) >= NEWER)
        .findFirst();
  }

  private static Stream<Path> installed() {
    if (!Files.isDirectory(USUAL_PLACE)) {
      return Stream.empty();
    }
    try (Stream<Path> homes = Files.list(USUAL_PLACE)) {
      return homes.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int feature(Path home) {
    Properties release = new Properties();
    try (InputStream file = Files.newInputStream(home.resolve("release"))) {
      release.load(file);
    } catch (IOException e) {
      return 0;
    }
    String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Runtime.Version.parse(version).feature();
  }
}
