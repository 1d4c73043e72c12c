package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.Optional;

/** Code that returns the element of a map, be it made for the purpose, returns the map's result. */
record MapResults(SourceFile file, Edits edits, CollectionOperations operations) {

  /**
   * {@code if (m.containsKey(k)) { return m.get(k); } V v = make(); m.put(k, v); return v;}, where
   * what follows may stand behind {@code else}.
   */
  boolean fold(MethodInvocationTree put, MethodInvocationTree look) {
    TreePath above = Expressions.parentOf(file.path(look));
    if (!(above.getLeaf() instanceof IfTree decision)
        || !CollectionOperations.nameOf(look).equals("containsKey")
        || Expressions.strip(decision.getCondition()) != look
        || !isReturnOfElement(only(decision.getThenStatement()), put)) {
      return false;
    }
    StatementTree otherwise = decision.getElseStatement();
    ImmutableList<StatementTree> making =
        otherwise == null
            ? Statements.following(above)
            : otherwise instanceof BlockTree block
                ? ImmutableList.copyOf(block.getStatements())
                : ImmutableList.of();
    Optional<ExpressionTree> made = made(making, put).filter(operations::isFunction);
    if (made.isEmpty()) {
      return false;
    }
    edits.replaceStatement(decision, "return " + operations.computeIfAbsent(put, made.get()) + ";");
    if (otherwise == null) {
      making.forEach(edits::delete);
    }
    return true;
  }

  private static StatementTree only(StatementTree statement) {
    return statement instanceof BlockTree block && block.getStatements().size() == 1
        ? block.getStatements().get(0)
        : statement;
  }

  private boolean isReturnOfElement(StatementTree statement, MethodInvocationTree put) {
    return statement instanceof ReturnTree
        && Statements.valueOf(statement).filter(value -> operations.isGet(value, put)).isPresent();
  }

  /** Returns what the element is made by, if that, to put it in and to return it is all. */
  private Optional<ExpressionTree> made(
      ImmutableList<StatementTree> statements, MethodInvocationTree put) {
    boolean isMaking =
        statements.size() == 3
            && statements.get(0) instanceof VariableTree
            && statements.get(1) == file.path(put).getParentPath().getLeaf()
            && statements.get(2) instanceof ReturnTree;
    if (!isMaking) {
      return Optional.empty();
    }
    VariableTree element = (VariableTree) statements.get(0);
    boolean isReturned =
        isNameOf(CollectionOperations.argument(put, 1), element)
            && Statements.valueOf(statements.get(2)).filter(v -> isNameOf(v, element)).isPresent();
    return isReturned ? Optional.ofNullable(element.getInitializer()) : Optional.empty();
  }

  private static boolean isNameOf(Tree tree, VariableTree variable) {
    return ASTHelpers.getSymbol(tree) == ASTHelpers.getSymbol(variable);
  }
}
