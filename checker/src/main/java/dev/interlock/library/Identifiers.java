package dev.interlock.library;

/** Recognises the names that model files may contain. */
final class Identifiers {
  private Identifiers() {}

  /** Returns whether {@code name} can be the name of a method or the simple name of a type. */
  static boolean isSimple(String name) {
    return isSimple(name, 0, name.length());
  }

  /** Returns whether {@code name} consists of simple names with dots between them. */
  static boolean isQualified(String name) {
    int start = 0;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
      if (!isSimple(name, start, dot)) {
        return false;
      }
      start = dot + 1;
    }
    return isSimple(name, start, name.length());
  }

  private static boolean isSimple(String text, int start, int end) {
    if (start == end || !Character.isJavaIdentifierStart(text.charAt(start))) {
      return false;
    }
    for (int i = start + 1; i < end; i++) {
      if (!Character.isJavaIdentifierPart(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
