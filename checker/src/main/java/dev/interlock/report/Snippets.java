package dev.interlock.report;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.interlock.util.SourceCode;
import dev.interlock.util.TreePaths;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cuts out the code that shows what happens at a place. */
final class Snippets {
  /** Code around an access is shown up to this length. */
  private static final int MAX_AROUND = 50;

  private static final int MAX_LENGTH = 200;

  /** This many lines before and after a place belong to its excerpt. */
  private static final int LINES_AROUND = 3;

  private final SourceCode source;

  /** The paths of the file that the last question was about: most findings tell of one file. */
  private @Nullable TreePaths paths;

  private @Nullable CompilationUnitTree pathsOf;

  Snippets(SourceCode source) {
    this.source = source;
  }

  /** Returns the place of a tree, with the code of the tree alone. */
  CodePlace of(Tree tree, CompilationUnitTree file) {
    return place(tree, source.text(tree, file), file);
  }

  /** Returns the place of a tree, with the expression or declaration around it if that is short. */
  CodePlace around(Tree tree, CompilationUnitTree file) {
    return around(tree, ImmutableSet.of(), file);
  }

  /** Returns the place of {@code tree}; the code shown does not reach as far as {@code other}. */
  CodePlace upTo(Tree other, Tree tree, CompilationUnitTree file) {
    ImmutableSet<Tree> outside =
        path(other, file).map(ImmutableSet::<Tree>copyOf).orElse(ImmutableSet.of());
    return around(tree, outside, file);
  }

  /** Returns the lines around a tree. */
  Excerpt excerpt(Tree tree, CompilationUnitTree file) {
    int line = source.line(tree, file);
    int first = Math.max(1, line - LINES_AROUND);
    String lines = line == 0 ? "" : source.lines(first, line + LINES_AROUND, file);
    return lines.isEmpty() ? Excerpt.NONE : new Excerpt(first, lines);
  }

  private CodePlace around(Tree tree, ImmutableSet<Tree> outside, CompilationUnitTree file) {
    Tree shown = tree;
    String code = source.text(tree, file);
    for (TreePath p = path(tree, file).map(TreePath::getParentPath).orElse(null); p != null; ) {
      Tree parent = p.getLeaf();
      if (outside.contains(parent) || !isPartOfStatement(parent)) {
        break;
      }
      String wider = source.text(parent, file);
      if (wider.length() > MAX_AROUND) {
        break;
      }
      shown = parent;
      code = wider;
      p = p.getParentPath();
    }
    if (shown instanceof ParenthesizedTree parentheses) {
      code = source.text(parentheses.getExpression(), file);
    }
    return place(tree, CharMatcher.is(';').trimTrailingFrom(code), file);
  }

  private Optional<TreePath> path(Tree tree, CompilationUnitTree file) {
    if (paths == null || pathsOf != file) {
      paths = new TreePaths(file);
      pathsOf = file;
    }
    return paths.of(tree);
  }

  private static boolean isPartOfStatement(Tree tree) {
    return tree instanceof VariableTree
        || (tree instanceof ExpressionTree && !(tree instanceof LambdaExpressionTree));
  }

  private CodePlace place(Tree tree, String code, CompilationUnitTree file) {
    return new CodePlace(
        file.getSourceFile().toUri(),
        source.line(tree, file),
        source.column(tree, file),
        SourceCode.shorten(code, MAX_LENGTH));
  }
}
