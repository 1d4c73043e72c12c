package dev.interlock.report.html;

import com.google.common.escape.Escaper;
import com.google.common.html.HtmlEscapers;

/** Text on its way into a page. */
final class Html {
  private static final Escaper ESCAPER = HtmlEscapers.htmlEscaper();
  private static final String ELLIPSIS = "…";

  private Html() {}

  /** Returns text as it is written in a page, in attributes as well. */
  static String escape(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> visible.appendCodePoint(isInvisible(character) ? '\ufffd' : character));
    return ESCAPER.escape(visible.toString());
  }

  /** Returns text of at most {@code length} characters, escaped. */
  static String shortened(String text, int length) {
    int end = text.offsetByCodePoints(0, Math.min(length, text.codePointCount(0, text.length())));
    return escape(end == text.length() ? text : text.substring(0, end) + ELLIPSIS);
  }

  /** Characters that no page may hold, and those that turn the text around them. */
  private static boolean isInvisible(int character) {
    int type = Character.getType(character);
    return (type == Character.CONTROL && character != '\t' && character != '\n')
        || type == Character.FORMAT
        || type == Character.SURROGATE;
  }
}
