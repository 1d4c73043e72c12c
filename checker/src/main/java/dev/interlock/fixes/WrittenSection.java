package dev.interlock.fixes;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import dev.interlock.fixes.Guard.How;
import java.util.List;
import java.util.Optional;

/**
 * A critical section in the form that the source code gives it: {@code synchronized}, or a call of
 * {@code lock()} before a {@code try} that does nothing else than to {@code unlock()} in the end.
 *
 * @param tree the {@code synchronized} or {@code try} statement
 * @param first the statement that takes the lock, which is {@code tree} itself or the call
 * @param lock what is locked, as named where it is taken
 * @param unlocked what is locked, as named where it is released; {@code lock} itself for a monitor
 * @param block what runs under the lock
 */
record WrittenSection(
    Tree tree,
    StatementTree first,
    ExpressionTree lock,
    ExpressionTree unlocked,
    BlockTree block,
    How how) {

  /** Returns the section that {@code tree} is, if it is one. */
  static Optional<WrittenSection> of(SourceFile file, Tree tree) {
    if (tree instanceof SynchronizedTree monitor) {
      ExpressionTree lock = ASTHelpers.stripParentheses(monitor.getExpression());
      return Optional.of(
          new WrittenSection(tree, monitor, lock, lock, monitor.getBlock(), How.MONITOR));
    }
    return tree instanceof TryTree attempt ? ofTry(file, attempt) : Optional.empty();
  }

  private static Optional<WrittenSection> ofTry(SourceFile file, TryTree attempt) {
    BlockTree last = attempt.getFinallyBlock();
    if (last == null
        || last.getStatements().size() != 1
        || !attempt.getCatches().isEmpty()
        || !attempt.getResources().isEmpty()) {
      return Optional.empty();
    }
    Optional<ExpressionTree> unlocked = receiver(last.getStatements().get(0), "unlock");
    Optional<StatementTree> before = Statements.previous(file.path(attempt));
    Optional<ExpressionTree> locked = before.flatMap(s -> receiver(s, "lock"));
    return locked.isPresent()
            && unlocked.filter(u -> file.text(u).equals(file.text(locked.get()))).isPresent()
        ? Optional.of(
            new WrittenSection(
                attempt,
                before.orElseThrow(),
                locked.get(),
                unlocked.orElseThrow(),
                attempt.getBlock(),
                How.LOCK))
        : Optional.empty();
  }

  private static Optional<ExpressionTree> receiver(StatementTree statement, String method) {
    return statement instanceof ExpressionStatementTree expression
            && expression.getExpression() instanceof MethodInvocationTree call
            && call.getArguments().isEmpty()
            && call.getMethodSelect() instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals(method)
        ? Optional.of(Expressions.strip(select.getExpression()))
        : Optional.empty();
  }

  /** Returns the innermost section of the method or lambda at hand around {@code path}. */
  static Optional<WrittenSection> around(SourceFile file, TreePath path) {
    Tree container = SourceFile.containerOf(path).getLeaf();
    for (TreePath at = path; at.getLeaf() != container; at = at.getParentPath()) {
      Optional<WrittenSection> section = of(file, at.getParentPath().getLeaf());
      if (section.isPresent() && section.get().block() == at.getLeaf()) {
        return section;
      }
    }
    return Optional.empty();
  }

  List<? extends StatementTree> statements() {
    return block.getStatements();
  }

  /** Returns the lock as it is compared with others. */
  Guard guard(SourceFile file) {
    return new Guard(HeldGuards.name(file, lock), how);
  }

  /** Makes the section take another lock. */
  void replaceLock(SourceFile file, Edits edits, Guard wanted) {
    if (wanted.how() == how) {
      edits.replace(lock, wanted.name());
      if (unlocked != lock) {
        edits.replace(unlocked, wanted.name());
      }
      return;
    }
    int open = file.start(block);
    int close = file.end(block);
    String indent = file.indentAt(file.start(first));
    if (wanted.how() == How.MONITOR) {
      edits.replace(file.start(first), open, "synchronized (" + wanted.name() + ") ");
      edits.replace(close, file.end(tree), "");
      return;
    }
    edits.replace(
        file.start(first), open, edits.lines(wanted.name() + ".lock();\n" + indent + "try "));
    edits.insert(
        close,
        edits.lines(
            " finally {\n"
                + indent
                + file.indentUnit()
                + wanted.name()
                + ".unlock();\n"
                + indent
                + "}"));
  }
}
