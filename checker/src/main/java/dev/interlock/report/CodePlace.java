package dev.interlock.report;

import java.net.URI;

/**
 * A place in the source.
 *
 * @param file the source file, as javac names it
 * @param line the line, from 1; 0 if it is not known
 * @param column the column, from 1; 0 if it is not known
 * @param code the code at the place, on one line, shortened if it is long
 */
public record CodePlace(URI file, int line, int column, String code) {

  /** Returns whether it is known where in the file the place is. */
  public boolean hasLine() {
    return line > 0;
  }

  /** Returns the last part of the file's path. */
  public String fileName() {
    String path = file.toString();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
