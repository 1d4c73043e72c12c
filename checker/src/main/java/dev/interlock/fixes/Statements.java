package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Questions about statements and their neighbours. */
final class Statements {
  private Statements() {}

  /** Returns the statement that consists of the expression alone. */
  static Optional<TreePath> ofExpression(TreePath expression) {
    TreePath parent = expression.getParentPath();
    return parent.getLeaf() instanceof ExpressionStatementTree
        ? Optional.of(parent)
        : Optional.empty();
  }

  /** Returns the innermost statement around {@code path} that stands in a list of statements. */
  static Optional<TreePath> listed(TreePath path) {
    for (TreePath at = path; at.getParentPath() != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof StatementTree && !listAround(at).isEmpty()) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** Returns the statements among which the statement stands. */
  static ImmutableList<StatementTree> listAround(TreePath statement) {
    Tree parent = statement.getParentPath().getLeaf();
    List<? extends StatementTree> list = List.of();
    if (parent instanceof BlockTree block) {
      list = block.getStatements();
    } else if (parent instanceof CaseTree one && one.getStatements() != null) {
      list = one.getStatements();
    }
    return ImmutableList.copyOf(list);
  }

  /** Returns the block that the statement stands in, or the member of a class that has none. */
  static Tree blockAround(TreePath statement) {
    TreePath at = statement.getParentPath();
    while (!(at.getLeaf() instanceof BlockTree
        || at.getParentPath().getLeaf() instanceof ClassTree)) {
      at = at.getParentPath();
    }
    return at.getLeaf();
  }

  /** Returns the statement before, in the same list. */
  static Optional<StatementTree> previous(TreePath statement) {
    ImmutableList<StatementTree> list = listAround(statement);
    int index = list.indexOf(statement.getLeaf());
    return index > 0 ? Optional.of(list.get(index - 1)) : Optional.empty();
  }

  /** Returns the statements after, in the same list. */
  static ImmutableList<StatementTree> following(TreePath statement) {
    ImmutableList<StatementTree> list = listAround(statement);
    int index = list.indexOf(statement.getLeaf());
    return index < 0 ? ImmutableList.of() : list.subList(index + 1, list.size());
  }

  /** Returns the {@code if} whose first conditional statement this is. */
  static Optional<TreePath> ifAround(TreePath statement) {
    TreePath parent = statement.getParentPath();
    if (parent.getLeaf() instanceof IfTree decision
        && decision.getThenStatement() == statement.getLeaf()) {
      return Optional.of(parent);
    }
    if (parent.getLeaf() instanceof BlockTree block
        && block.getStatements().get(0) == statement.getLeaf()
        && parent.getParentPath().getLeaf() instanceof IfTree decision
        && decision.getThenStatement() == block) {
      return Optional.of(parent.getParentPath());
    }
    return Optional.empty();
  }

  /** Returns whether the statement is all that its {@code if} does. */
  static boolean isAllOf(TreePath statement, IfTree decision) {
    return decision.getElseStatement() == null
        && (decision.getThenStatement() == statement.getLeaf()
            || (decision.getThenStatement() instanceof BlockTree block
                && block.getStatements().size() == 1));
  }

  /** Returns what the statement returns or declares a variable with. */
  static Optional<ExpressionTree> valueOf(StatementTree statement) {
    if (statement instanceof ReturnTree result) {
      return Optional.ofNullable(result.getExpression()).map(Expressions::strip);
    }
    return statement instanceof VariableTree variable
        ? Optional.ofNullable(variable.getInitializer()).map(Expressions::strip)
        : Optional.empty();
  }

  /** Returns whether control never comes out behind the statement. */
  static boolean exits(@Nullable StatementTree statement) {
    if (statement == null) {
      return false;
    }
    if (statement instanceof BlockTree block) {
      return !block.getStatements().isEmpty()
          && exits(block.getStatements().get(block.getStatements().size() - 1));
    }
    return switch (statement.getKind()) {
      case RETURN, THROW, CONTINUE, BREAK -> true;
      default -> false;
    };
  }

  /** Returns the outermost loop of the method or lambda at hand around {@code path}. */
  static Optional<Tree> loopAround(TreePath path) {
    Optional<Tree> outermost = Optional.empty();
    for (TreePath at = path; !SourceFile.isContainer(at.getLeaf()); at = at.getParentPath()) {
      switch (at.getLeaf().getKind()) {
        case FOR_LOOP, ENHANCED_FOR_LOOP, WHILE_LOOP, DO_WHILE_LOOP ->
            outermost = Optional.of(at.getLeaf());
        default -> {}
      }
    }
    return outermost;
  }

  /** Returns the operands of a chain of {@code &&} or {@code ||}. */
  static ImmutableList<ExpressionTree> operands(ExpressionTree tree, Tree.Kind kind) {
    ExpressionTree plain = Expressions.strip(tree);
    if (plain instanceof BinaryTree binary && binary.getKind() == kind) {
      return ImmutableList.<ExpressionTree>builder()
          .addAll(operands(binary.getLeftOperand(), kind))
          .addAll(operands(binary.getRightOperand(), kind))
          .build();
    }
    return ImmutableList.of(plain);
  }
}
