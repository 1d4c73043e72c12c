package dev.interlock.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.interlock.report.html.InvalidSarifException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The SARIF files that a command is given. */
final class SarifFiles {
  private static final String EXTENSION = ".sarif";

  private SarifFiles() {}

  /** Returns the texts of files, and of those in folders; the same order gives the same result. */
  static ImmutableList<String> read(List<Path> filesAndFolders) throws IOException {
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    for (Path path : filesAndFolders) {
      for (Path file : Files.isDirectory(path) ? filesIn(path) : ImmutableList.of(path)) {
        texts.add(read(file));
      }
    }
    return texts.build();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new CommandException(
          "Cannot read " + file + ": " + e,
          "Have a compilation write it with -XepOpt:Interlock:Sarif=" + file + ".");
    }
  }

  private static ImmutableList<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      ImmutableList<Path> found =
          files
              .filter(file -> file.toString().endsWith(EXTENSION) && Files.isRegularFile(file))
              .sorted()
              .collect(toImmutableList());
      if (found.isEmpty()) {
        throw new CommandException(
            "There is no file in " + folder + " that ends in " + EXTENSION + ".",
            "Have compilations write them with -XepOpt:Interlock:Sarif=" + folder + "/.");
      }
      return found;
    }
  }

  static CommandException invalid(InvalidSarifException e) {
    return new CommandException(
        "A file is not what Interlock writes as SARIF: " + e.getMessage(),
        "Leave it out, or have it written anew.");
  }
}
