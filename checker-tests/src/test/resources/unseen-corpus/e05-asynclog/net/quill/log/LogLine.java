package net.quill.log;

record LogLine(long time, String level, String message) {
  static final LogLine POISON = new LogLine(0, "", "");
}
