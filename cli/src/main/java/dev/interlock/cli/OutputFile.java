package dev.interlock.cli;

import dev.interlock.util.TextFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** A file that a command is asked to write. */
final class OutputFile {
  private OutputFile() {}

  /** Writes the file whole or not at all, and says so. */
  static void write(Path file, String text, PrintWriter err) {
    try {
      TextFiles.write(file, text);
    } catch (IOException e) {
      throw new CommandException(
          "Cannot write %s: %s".formatted(file, e), "Make it writable for you, or name another.");
    }
    err.println("Wrote " + file + ".");
  }
}
