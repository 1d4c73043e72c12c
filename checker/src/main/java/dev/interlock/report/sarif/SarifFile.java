package dev.interlock.report.sarif;

import com.google.common.base.CharMatcher;
import com.google.common.collect.Streams;
import dev.interlock.config.Destination;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names the file that a compilation writes. */
public final class SarifFile {
  private static final String EXTENSION = ".sarif";

  private SarifFile() {}

  /**
   * Returns the file. In a folder it is named after the way there from where the classes go, such
   * as {@code core-target-classes.sarif}: so each compilation of a build has its own, and the same
   * one each time.
   *
   * @param classes where the classes of the compilation go; empty if that is beside their sources
   */
  public static Path of(Destination destination, Optional<Path> classes) {
    return destination.isFolder()
        ? destination.path().resolve(nameFor(destination.path(), classes))
        : destination.path();
  }

  private static String nameFor(Path folder, Optional<Path> classes) {
    String name =
        classes
            .map(output -> way(absolute(folder), absolute(output)))
            .map(way -> CharMatcher.whitespace().replaceFrom(way, '_'))
            .orElse("");
    return (name.isEmpty() ? "interlock" : name) + EXTENSION;
  }

  private static String way(Path from, Path to) {
    Path way = from.getRoot().equals(to.getRoot()) ? from.relativize(to) : to;
    return Streams.stream(way)
        .map(Path::toString)
        .filter(part -> !part.equals(".."))
        .collect(Collectors.joining("-"));
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
