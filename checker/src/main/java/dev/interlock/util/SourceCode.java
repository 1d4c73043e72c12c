package dev.interlock.util;

import com.google.common.base.CharMatcher;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.util.Context;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;

/** What trees look like in their files, and where they are. */
public final class SourceCode {
  private static final String ELLIPSIS = "...";

  /** A string or character literal, which is kept, or a comment, which is not. */
  private static final Pattern LITERAL_OR_COMMENT =
      Pattern.compile(
          "(\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'(?:\\\\.|[^'\\\\])++')|//[^\n"
              + "]*+|/\\*(?s:.*?)\\*/");

  /** A chain of calls goes on in the next line. */
  private static final Pattern CONTINUED_CALL = Pattern.compile("\\h*+\\R\\s*+\\.(?=\\w)");

  /** No more of a tree than this is read: nobody shows more of it. */
  private static final int MAX_LENGTH = 2_000;

  private final SourcePositions positions;

  /** Reads the sources of the compilation that {@code context} belongs to. */
  public SourceCode(Context context) {
    positions = JavacTrees.instance(context).getSourcePositions();
  }

  /** Returns the line that a tree begins in; 0 if it has no position. */
  public int line(Tree tree, CompilationUnitTree file) {
    long start = start(tree, file);
    return start == Diagnostic.NOPOS ? 0 : (int) Lines.of(file).getLineNumber(start);
  }

  /** Returns the column that a tree begins in; 0 if it has no position. */
  public int column(Tree tree, CompilationUnitTree file) {
    long start = start(tree, file);
    return start == Diagnostic.NOPOS ? 0 : (int) Lines.of(file).getColumnNumber(start);
  }

  /** A declaration begins with its name, rather than with the annotations in front of it. */
  private long start(Tree tree, CompilationUnitTree file) {
    return tree instanceof MethodTree || tree instanceof ClassTree
        ? ((JCTree) tree).getPreferredPosition()
        : positions.getStartPosition(file, tree);
  }

  /** Returns a tree as it is written, on one line and without comments. */
  public String text(Tree tree, CompilationUnitTree file) {
    long start = positions.getStartPosition(file, tree);
    long end = positions.getEndPosition(file, tree);
    if (start == Diagnostic.NOPOS || end <= start) {
      return onOneLine(tree.toString());
    }
    try {
      CharSequence content = file.getSourceFile().getCharContent(/* ignoreEncodingErrors= */ true);
      return end > content.length()
          ? onOneLine(tree.toString())
          : onOneLine(content.subSequence((int) start, (int) Math.min(end, start + MAX_LENGTH)));
    } catch (IOException e) {
      // The file has gone since javac read it: the tree says the same.
      return onOneLine(tree.toString());
    }
  }

  private static String onOneLine(CharSequence code) {
    String bare = LITERAL_OR_COMMENT.matcher(code).replaceAll("$1");
    String joined = CONTINUED_CALL.matcher(bare).replaceAll(".");
    return CharMatcher.whitespace().trimAndCollapseFrom(joined, ' ');
  }

  /** Returns text that is at most {@code length} long, its end cut off if need be. */
  public static String shorten(String text, int length) {
    return text.length() <= length
        ? text
        : text.substring(0, length - ELLIPSIS.length()).stripTrailing() + ELLIPSIS;
  }
}
