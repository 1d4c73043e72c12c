package dev.interlock.library;

/** A line of a model file, comment and surrounding blanks removed. */
record SourceLine(String file, int number, boolean indented, String text) {

  static SourceLine of(String file, int number, String raw) {
    int comment = raw.indexOf('#');
    String text = comment < 0 ? raw : raw.substring(0, comment);
    boolean indented = !text.isEmpty() && Character.isWhitespace(text.charAt(0));
    return new SourceLine(file, number, indented, text.strip());
  }

  boolean isBlank() {
    return text.isEmpty();
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
