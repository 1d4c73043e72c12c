package dev.interlock.fixes;

import com.google.common.base.CharMatcher;
import java.util.List;

/** Places in new code where a line may be broken, which is done if the line would be too long. */
final class LineBreaks {
  /** The longest line by the style guides of Google and of Sun, as most projects have it now. */
  private static final int LONGEST = 100;

  private static final char AFTER_PARENTHESIS = '\uE000';
  private static final char BEFORE_OPERATOR = '\uE001';

  /** The place after an opening parenthesis. */
  static final String OPENING = String.valueOf(AFTER_PARENTHESIS);

  /** A space before an operator. */
  static final String SPACE = String.valueOf(BEFORE_OPERATOR);

  private static final CharMatcher ALL =
      CharMatcher.is(AFTER_PARENTHESIS).or(CharMatcher.is(BEFORE_OPERATOR));

  private LineBreaks() {}

  /** Returns the text that replaces a part of the file, with breaks where they are needed. */
  static String resolve(SourceFile file, int start, int end, String text) {
    if (!ALL.matchesAnyOf(text)) {
      return text;
    }
    String before = file.text().substring(file.lineStart(start), start);
    String after = code(file.text().substring(end, file.lineTextEnd(end)));
    String indent = file.indentAt(start);
    String unit = file.indentUnit();
    String flat = broken(text, "", " ");
    String once = broken(text, file.lineBreak() + indent + unit + unit, " ");
    String twice =
        broken(
            text,
            file.lineBreak() + indent + unit + unit,
            file.lineBreak() + indent + unit + unit + unit + unit);
    return List.of(flat, once).stream()
        .filter(version -> (before + version + after).lines().allMatch(LineBreaks::fits))
        .findFirst()
        .orElse(twice);
  }

  private static String broken(String text, String afterParenthesis, String beforeOperator) {
    return text.replace(OPENING, afterParenthesis).replace(SPACE, beforeOperator);
  }

  private static boolean fits(String line) {
    return line.length() <= LONGEST;
  }

  /** What is said behind the code may go on for longer. */
  private static String code(String line) {
    int comment = line.indexOf("//");
    return (comment < 0 ? line : line.substring(0, comment)).stripTrailing();
  }
}
