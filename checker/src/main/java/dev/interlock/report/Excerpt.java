package dev.interlock.report;

/**
 * Some lines of a file, as they are written.
 *
 * @param firstLine the number of the first one, from 1; 0 if there are none
 */
public record Excerpt(int firstLine, String text) {
  static final Excerpt NONE = new Excerpt(0, "");

  /** Returns the number of the last line. */
  public int lastLine() {
    return firstLine + (int) text.chars().filter(c -> c == '\n').count();
  }
}
