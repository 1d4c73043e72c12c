package lang.tiny;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One per source file. */
final class Lexer {
  private static final Map<String, Integer> KEYWORDS = new HashMap<>();

  static {
    int code = 100;
    for (String k : List.of("let", "in", "fun", "if")) {
      KEYWORDS.put(k, code++);
    }
  }

  private final String src;
  private int pos;
  private int errors;

  Lexer(String src) {
    this.src = src;
  }

  List<Integer> tokens() {
    List<Integer> out = new ArrayList<>();
    while (pos < src.length()) {
      char c = src.charAt(pos);
      if (Character.isLetter(c)) {
        int start = pos;
        while (pos < src.length() && Character.isLetter(src.charAt(pos))) {
          pos++;
        }
        out.add(KEYWORDS.getOrDefault(src.substring(start, pos), 1));
      } else {
        if (c == '?') {
          errors++;
        }
        out.add((int) c);
        pos++;
      }
    }
    return out;
  }

  int errors() {
    return errors;
  }
}
