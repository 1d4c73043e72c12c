package dev.interlock.fixes;

import dev.interlock.util.Lines;

/**
 * A change of a file's text, for tools that apply fixes by themselves. Lines and columns count from
 * 1, columns in UTF-16 code units; the end is exclusive.
 *
 * @param text what comes in place of what is between start and end
 */
public record TextEdit(int startLine, int startColumn, int endLine, int endColumn, String text) {

  /** Replaces what lies between two positions in the text of a file. */
  static TextEdit between(SourceFile file, int start, int end, String text) {
    return new TextEdit(
        line(file, start), column(file, start), line(file, end), column(file, end), text);
  }

  private static int line(SourceFile file, int position) {
    return (int) Lines.of(file.unit()).getLineNumber(position);
  }

  private static int column(SourceFile file, int position) {
    return position - (int) Lines.of(file.unit()).getStartPosition(line(file, position)) + 1;
  }
}
