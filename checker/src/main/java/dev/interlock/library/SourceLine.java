package dev.interlock.library;

/** A line of a model file, its comment and surrounding blanks removed. */
record SourceLine(String file, int number, String text) {
  private static final char COMMENT = '#';

  static SourceLine of(String file, int number, String raw) {
    int comment = raw.indexOf(COMMENT);
    return new SourceLine(file, number, (comment < 0 ? raw : raw.substring(0, comment)).strip());
  }

  /** Returns whether a line of text has no content. */
  static boolean isBlank(String raw) {
    String text = raw.stripLeading();
    return text.isEmpty() || text.charAt(0) == COMMENT;
  }

  /** Returns whether a line that is not blank describes a method. */
  static boolean isIndented(String raw) {
    return Character.isWhitespace(raw.charAt(0));
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
