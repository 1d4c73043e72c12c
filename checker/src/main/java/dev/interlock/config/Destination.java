package dev.interlock.config;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where to write results.
 *
 * @param isFolder whether each compilation writes a file of its own into it
 */
public record Destination(Path path, boolean isFolder) {

  /** A folder is one that is there already, or ends in a slash. */
  static Destination of(String value) {
    Path path = Path.of(value);
    return new Destination(
        path, value.endsWith("/") || value.endsWith("\\") || Files.isDirectory(path));
  }
}
