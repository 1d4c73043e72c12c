package dev.interlock.fixes;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Puts code on the line before at random, as nobody formats it: braces, fields and statements share
 * lines.
 */
final class JoinedLines {
  private static final double SHARE = 0.4;

  private JoinedLines() {}

  /** Returns {@code source} with the lines that are joined for {@code seed}. */
  static String of(String source, long seed) {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (String line : source.lines().toList()) {
      boolean join = random.nextDouble() < SHARE;
      String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
      if (join && isCode(line) && isCode(last)) {
        lines.set(lines.size() - 1, last + " " + line.strip());
      } else {
        lines.add(line);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static boolean isCode(String line) {
    String code = line.strip();
    return !code.isEmpty()
        && !code.contains("//")
        && !code.contains("\"\"\"")
        && !code.startsWith("/*")
        && !code.startsWith("*")
        && !code.startsWith("import")
        && !code.startsWith("package");
  }
}
