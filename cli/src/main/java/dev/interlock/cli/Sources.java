package dev.interlock.cli;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableSortedSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java files that a user means by naming files and folders. */
final class Sources {
  private static final String JAVA = ".java";

  /** Left out: without it, all files are in the unnamed module, which can read the class path. */
  private static final String MODULE_DECLARATION = "module-info.java";

  private Sources() {}

  /** Returns the named Java files, and those in the named folders. */
  static ImmutableSortedSet<Path> find(List<Path> named) {
    ImmutableSortedSet<Path> files =
        named.stream().flatMap(Sources::below).collect(toImmutableSortedSet(naturalOrder()));
    if (files.isEmpty()) {
      throw new CommandException(
          "There are no Java files in " + named + ".",
          "Name the folder of the sources, such as src/main/java.");
    }
    files.forEach(Sources::requireReadable);
    return files;
  }

  private static Stream<Path> below(Path named) {
    if (!Files.exists(named)) {
      throw new CommandException(
          "There is no file or folder " + named + ".",
          "Name Java files or folders of them; relative names start at "
              + Path.of("").toAbsolutePath()
              + ".");
    }
    if (!Files.isDirectory(named)) {
      return javaFile(named);
    }
    try (Stream<Path> paths = Files.walk(named)) {
      return paths
          .filter(path -> path.toString().endsWith(JAVA))
          .filter(path -> !path.endsWith(MODULE_DECLARATION))
          .toList()
          .stream();
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(named, e);
    }
  }

  private static Stream<Path> javaFile(Path named) {
    if (!named.toString().endsWith(JAVA)) {
      throw new CommandException(
          named + " is no Java file.",
          "Name Java files or folders of them, not class files or jars.");
    }
    return Stream.of(named);
  }

  private static void requireReadable(Path file) {
    try (var content = Files.newInputStream(file)) {
      content.read();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static CommandException unreadable(Path path, Exception reason) {
    return new CommandException(
        path + " cannot be read: " + reason + ".", "Make it readable for you, or leave it out.");
  }
}
