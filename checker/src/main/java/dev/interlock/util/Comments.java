package dev.interlock.util;

import com.google.common.base.CharMatcher;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What comments say of declarations. */
public final class Comments {
  /** The marks that make text a comment, and the asterisks that decorate its lines. */
  private static final Pattern MARKS = Pattern.compile("(?m)^\\h*(?:/\\*+|//+|\\*+(?!/))|\\*+/");

  /** The file that was asked for last: whoever looks at a class asks for the same one again. */
  private @Nullable CompilationUnitTree current;

  private String source = "";

  /** Returns the words of the comment right in front of a declaration; empty if there is none. */
  public String before(Tree declaration, CompilationUnitTree file) {
    open(file);
    int start = TreeInfo.getStartPos((JCTree) declaration);
    if (start <= 0 || start > source.length()) {
      return "";
    }
    int end = start;
    while (end > 0 && Character.isWhitespace(source.charAt(end - 1))) {
      end--;
    }
    return words(source.substring(beginOfComment(end), end));
  }

  /** Returns the words of the comment behind a declaration, on the line of its name. */
  public String behind(Tree declaration, CompilationUnitTree file) {
    open(file);
    int name = Math.max(0, ((JCTree) declaration).getPreferredPosition());
    int end = source.indexOf('\n', name);
    int begin = end < 0 ? -1 : source.substring(name, end).indexOf("//");
    return begin < 0 ? "" : words(source.substring(name + begin, end));
  }

  /** Returns where the comment that ends at {@code end} begins; {@code end} if there is none. */
  private int beginOfComment(int end) {
    if (source.startsWith("*/", end - 2)) {
      return Math.max(0, source.lastIndexOf("/*", end - 2));
    }
    int begin = end;
    while (begin > 0) {
      int line = source.lastIndexOf('\n', begin - 1) + 1;
      if (!source.substring(line, begin).strip().startsWith("//")) {
        return begin;
      }
      begin = Math.max(0, line - 1);
    }
    return begin;
  }

  private static String words(String comment) {
    return CharMatcher.whitespace()
        .trimAndCollapseFrom(MARKS.matcher(comment).replaceAll(" "), ' ');
  }

  private void open(CompilationUnitTree file) {
    if (current != file) {
      current = file;
      source = read(file);
    }
  }

  private static String read(CompilationUnitTree file) {
    try {
      return file.getSourceFile().getCharContent(/* ignoreEncodingErrors= */ true).toString();
    } catch (IOException e) {
      // The file has gone since javac read it.
      return "";
    }
  }
}
