package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;

/**
 * A critical section inside of a new one of the same lock, which is not taken twice.
 *
 * @param first the start of the line that opens it
 * @param last the end of the line that closes it
 */
record NestedSection(int first, int last) {

  /** Returns the sections of {@code lock} that can be dissolved; refuses if others are there. */
  static ImmutableList<NestedSection> in(SourceFile file, CriticalSection section, String lock) {
    return section.statements().stream()
        .flatMap(s -> Expressions.find(s, t -> isOf(file, t, lock)).stream())
        .map(tree -> of(file, (SynchronizedTree) tree))
        .collect(ImmutableList.toImmutableList());
  }

  private static boolean isOf(SourceFile file, Tree tree, String lock) {
    return tree instanceof SynchronizedTree inner
        && file.text(ASTHelpers.stripParentheses(inner.getExpression())).equals(lock);
  }

  private static NestedSection of(SourceFile file, SynchronizedTree tree) {
    int start = file.start(tree);
    int end = file.end(tree);
    String opening = file.text().substring(file.lineStart(start), file.lineEnd(start)).strip();
    String closing = file.text().substring(file.lineStart(end - 1), file.lineEnd(end)).strip();
    Refusal.unless(
        opening.startsWith("synchronized") && opening.endsWith("{") && closing.equals("}"),
        "the braces do not stand alone");
    Tree around = file.path(tree).getParentPath().getLeaf();
    Refusal.unless(
        around instanceof BlockTree block && isLastOrDeclaresNothing(block, tree),
        "a section inside of the section");
    Refusal.unless(!repeatsCheck(file, tree), "the check is made again");
    return new NestedSection(file.lineStart(start), file.lineEnd(end));
  }

  /** What the section declares must not get in the way of what comes after it. */
  private static boolean isLastOrDeclaresNothing(BlockTree block, SynchronizedTree tree) {
    return block.getStatements().indexOf(tree) == block.getStatements().size() - 1
        || tree.getBlock().getStatements().stream().noneMatch(s -> s instanceof VariableTree);
  }

  /** Returns whether the section begins with the check that led to it. */
  private static boolean repeatsCheck(SourceFile file, SynchronizedTree tree) {
    Tree above = file.path(tree).getParentPath().getParentPath().getLeaf();
    ImmutableList<StatementTree> inside = ImmutableList.copyOf(tree.getBlock().getStatements());
    return above instanceof IfTree outer
        && !inside.isEmpty()
        && inside.get(0) instanceof IfTree inner
        && file.text(inner.getCondition()).equals(file.text(outer.getCondition()));
  }

  /** Takes out the line that opens the section, and if it is not needed the one that closes it. */
  void unwrap(SourceFile file, Edits edits, boolean isBraceNeeded) {
    edits.replace(first, file.lineEnd(first) + 1, "");
    if (!isBraceNeeded) {
      edits.replace(file.lineStart(last), last + 1, "");
    }
  }

  /** Returns whether the section ends where the statement does that ends on the line. */
  boolean endsAt(int lineEnd) {
    return last == lineEnd;
  }

  boolean contains(int position) {
    return first <= position && position < last;
  }
}
