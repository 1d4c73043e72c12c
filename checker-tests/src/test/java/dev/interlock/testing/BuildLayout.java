package dev.interlock.testing;

import static com.google.common.base.Preconditions.checkState;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the build has put what tests look at; told by the build in system properties. */
public final class BuildLayout {
  private BuildLayout() {}

  /** The jar that users put beside Error Prone, as packed by this build. */
  public static Path pluginJar() {
    return existing(Path.of(property("interlock.jar")));
  }

  /** The folder of the root {@code pom.xml}. */
  public static Path projectRoot() {
    return existing(Path.of(property("interlock.root")));
  }

  /** The class path of the running tests. */
  public static ImmutableList<Path> testClasspath() {
    return Splitter.on(File.pathSeparatorChar)
        .splitToStream(property("java.class.path"))
        .map(Path::of)
        .collect(toImmutableList());
  }

  /**
   * The Java files below {@code folder}, in the order of their paths; none if it does not exist.
   */
  public static ImmutableList<Path> javaFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return ImmutableList.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> path.toString().endsWith(".java"))
          .sorted()
          .collect(toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String property(String name) {
    String value = System.getProperty(name);
    checkState(value != null, "System property %s is set by the Maven build only", name);
    return value;
  }

  static Path existing(Path path) {
    checkState(Files.exists(path), "%s is not there: run mvn verify from the root", path);
    return path.toAbsolutePath().normalize();
  }
}
