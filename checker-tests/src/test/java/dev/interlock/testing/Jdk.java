package dev.interlock.testing;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * An installed JDK.
 *
 * @param home its {@code JAVA_HOME}
 * @param feature its feature version, such as 17
 */
public record Jdk(Path home, int feature) {

  /** The environment variable that names the home of a JDK 25 or newer. */
  public static final String NEWER_JDK_VARIABLE = "INTERLOCK_JDK25";

  private static final int NEWER_JDK = 25;

  private static final ImmutableSortedSet<Integer> LONG_TERM = ImmutableSortedSet.of(17, 21, 25);

  /** Where installers put JDKs, one folder each. */
  private static final ImmutableList<Path> USUAL_PLACES =
      ImmutableList.of(
          Path.of("/usr/lib/jvm"),
          Path.of("/opt/java"),
          Path.of(System.getProperty("user.home"), ".jdks"),
          Path.of(System.getProperty("user.home"), ".sdkman/candidates/java"));

  /** The JDK that runs the tests. */
  public static Jdk running() {
    return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
  }

  /**
   * A JDK 25 or newer: the one that {@link #NEWER_JDK_VARIABLE} names, else the running one, else
   * one that lies where JDKs are usually installed.
   */
  public static Optional<Jdk> findNewer() {
    return find(NEWER_JDK);
  }

  /** A JDK of this long-term release, or of one that came between it and the next. */
  public static Optional<Jdk> find(int feature) {
    return Stream.of(named(), Stream.of(running()), installed())
        .flatMap(jdks -> jdks)
        .filter(jdk -> Integer.valueOf(feature).equals(LONG_TERM.floor(jdk.feature)))
        .findFirst();
  }

  /** The tool of the given name, such as {@code javac}. */
  public Path tool(String name) {
    return home.resolve("bin").resolve(name);
  }

  @Override
  public String toString() {
    return "JDK " + feature;
  }

  private static Stream<Jdk> named() {
    String home = System.getenv(NEWER_JDK_VARIABLE);
    return home == null ? Stream.empty() : tryRead(Path.of(home)).stream();
  }

  private static Stream<Jdk> installed() {
    return USUAL_PLACES.stream()
        .filter(Files::isDirectory)
        .flatMap(place -> children(place).stream())
        .flatMap(home -> tryRead(home).stream());
  }

  private static ImmutableList<Path> children(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().collect(toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the {@code release} file that every JDK has in its home. */
  private static Optional<Jdk> tryRead(Path home) {
    Path release = home.resolve("release");
    if (!Files.isExecutable(home.resolve("bin/javac")) || !Files.isReadable(release)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(release)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.ofNullable(properties.getProperty("JAVA_VERSION"))
        .map(version -> version.replace("\"", ""))
        .map(version -> new Jdk(home, Runtime.Version.parse(version).feature()));
  }
}
