package dev.interlock.library;

import com.google.common.collect.ImmutableList;

/** A line of a model file, its comment and surrounding blanks removed. */
record SourceLine(String file, int number, String text) {
  private static final char COMMENT = '#';

  static SourceLine of(String file, int number, String raw) {
    int comment = raw.indexOf(COMMENT);
    return new SourceLine(file, number, (comment < 0 ? raw : raw.substring(0, comment)).strip());
  }

  /** Returns whether a line of text has no content. */
  static boolean isBlank(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (!Character.isWhitespace(raw.charAt(i))) {
        return raw.charAt(i) == COMMENT;
      }
    }
    return true;
  }

  /** Returns whether a line of text is neither indented nor blank. */
  static boolean isFlushLeft(String raw) {
    return !raw.isEmpty() && !Character.isWhitespace(raw.charAt(0)) && raw.charAt(0) != COMMENT;
  }

  /**
   * Returns the parts between separators, without surrounding blanks; plain, as it is used much.
   */
  static ImmutableList<String> split(String text, char separator) {
    int end = text.indexOf(separator);
    if (end < 0) {
      return ImmutableList.of(text.strip());
    }
    ImmutableList.Builder<String> parts = ImmutableList.builder();
    int start = 0;
    for (; end >= 0; end = text.indexOf(separator, start)) {
      parts.add(text.substring(start, end).strip());
      start = end + 1;
    }
    return parts.add(text.substring(start).strip()).build();
  }

  /** Returns the exception that says what is wrong with this line. */
  InvalidModelException invalid(String problem) {
    return new InvalidModelException(this + ": " + problem);
  }

  @Override
  public String toString() {
    return file + ":" + number;
  }
}
