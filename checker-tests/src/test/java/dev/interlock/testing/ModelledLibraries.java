package dev.interlock.testing;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The libraries that the model files describe, beside the class path of the tests. */
public final class ModelledLibraries {
  private ModelledLibraries() {}

  /** Their jars, laid out by a module of the build of their own. */
  public static ImmutableList<Path> jars() {
    Path folder =
        BuildLayout.existing(
            BuildLayout.projectRoot().resolve("checker-tests/modelled-libraries/target/jars"));
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().collect(toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Their jars as a class path for javac. */
  public static String classpath() {
    return jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** A loader of their classes and of those of the JDK, but not of those of the tests. */
  public static URLClassLoader classLoader() {
    URL[] urls = jars().stream().map(ModelledLibraries::url).toArray(URL[]::new);
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
