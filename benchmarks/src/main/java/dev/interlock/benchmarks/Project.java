package dev.interlock.benchmarks;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Sources to compile.
 *
 * @param classPath what they need besides the JDK
 */
record Project(String name, ImmutableList<Path> sources, String classPath) {

  /** Returns a library that {@code libraries/run.sh --prepare} has unpacked into {@code folder}. */
  static Project library(Path folder) {
    try {
      return new Project(
          folder.getFileName().toString(),
          Files.readAllLines(folder.resolve("files")).stream()
              .map(Path::of)
              .collect(ImmutableList.toImmutableList()),
          Files.readString(folder.resolve("class.path")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns how many lines the sources have. */
  long lines() {
    long lines = 0;
    for (Path source : sources) {
      try (var text = Files.lines(source)) {
        lines += text.count();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return lines;
  }
}
