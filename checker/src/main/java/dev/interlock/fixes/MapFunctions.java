package dev.interlock.fixes;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import java.util.List;
import java.util.Optional;

/** Folds a look into a map and a {@code put} into one call that is given a function of both. */
final class MapFunctions {
  private final SourceFile file;
  private final Edits edits;
  private final VarSymbol variable;
  private final CollectionOperations operations;

  MapFunctions(SourceFile file, Edits edits, VarSymbol variable, CollectionOperations operations) {
    this.file = file;
    this.edits = edits;
    this.variable = variable;
    this.operations = operations;
  }

  /** {@code m.put(k, f(m.get(k)));} */
  boolean foldValue(MethodInvocationTree put, MethodInvocationTree look, TreePath statement) {
    ExpressionTree value = CollectionOperations.argument(put, 1);
    if (!isGet(look, put) || !mayBeComputed(value, look)) {
      return false;
    }
    Optional<IfTree> decision =
        GuardedUpdate.around(statement)
            .filter(d -> Statements.isAllOf(statement, d))
            .filter(d -> isContainsKey(Expressions.strip(d.getCondition()), put));
    String call = compute(put, look, decision.isPresent() ? "computeIfPresent" : "compute");
    if (decision.isPresent()) {
      edits.replaceStatement(decision.get(), call + ";");
    } else {
      edits.replace(put, call);
    }
    return true;
  }

  /** {@code if (m.containsKey(k)) { m.put(k, f(m.get(k))); }} */
  boolean foldPresent(MethodInvocationTree put, MethodInvocationTree look, TreePath statement) {
    List<Tree> gets =
        Expressions.find(
            CollectionOperations.argument(put, 1),
            t -> t instanceof MethodInvocationTree call && isGet(call, put));
    Optional<IfTree> decision = GuardedUpdate.around(statement);
    return gets.size() == 1
        && decision.filter(d -> Expressions.strip(d.getCondition()) == look).isPresent()
        && Statements.isAllOf(statement, decision.orElseThrow())
        && foldValue(put, (MethodInvocationTree) gets.get(0), statement);
  }

  private String compute(MethodInvocationTree put, MethodInvocationTree look, String method) {
    String key = file.freshName("key");
    String old = file.freshName("value");
    return operations.receiver(put)
        + "."
        + method
        + "("
        + file.text(CollectionOperations.argument(put, 0))
        + ", ("
        + key
        + ", "
        + old
        + ") -> "
        + Expressions.render(
            file, CollectionOperations.argument(put, 1), ImmutableMap.of(look, old))
        + ")";
  }

  /** {@code V v = m.get(k); if (test(v)) { m.put(k, w); }} */
  boolean foldDecision(MethodInvocationTree put, TreePath statement, VariableTree copy) {
    ExpressionTree value = CollectionOperations.argument(put, 1);
    Optional<IfTree> decision =
        GuardedUpdate.around(statement)
            .filter(d -> Statements.isAllOf(statement, d))
            .filter(d -> Statements.following(file.path(copy)).indexOf(d) == 0);
    if (decision.isEmpty()) {
      return false;
    }
    ExpressionTree test = Expressions.strip(decision.get().getCondition());
    List<TreePath> uses = file.usesOf(ASTHelpers.getSymbol(copy));
    boolean folds =
        uses.stream()
                .allMatch(
                    use ->
                        !Expressions.isAssigned(use)
                            && Expressions.contains(decision.get(), t -> t == use.getLeaf()))
            && Expressions.isPure(test, t -> isNameOf(t, copy))
            && Expressions.isPure(value, t -> isNameOf(t, copy))
            && !(test instanceof ConditionalExpressionTree)
            && isNeverNull(value)
            && (!ASTHelpers.getType(value).isPrimitive() || isHandledIfAbsent(test, copy));
    if (!folds) {
      return false;
    }
    edits.delete(copy);
    boolean isPresent =
        CollectionOperations.isNullTest(test, Tree.Kind.NOT_EQUAL_TO, t -> isNameOf(t, copy));
    String function =
        isPresent
            ? file.text(value)
            : file.text(test)
                + LineBreaks.SPACE
                + "? "
                + file.text(value)
                + LineBreaks.SPACE
                + ": "
                + copy.getName();
    edits.replaceStatement(
        decision.get(),
        operations.receiver(put)
            + (isPresent ? ".computeIfPresent(" : ".compute(")
            + LineBreaks.OPENING
            + file.text(CollectionOperations.argument(put, 0))
            + ", ("
            + file.freshName("key")
            + ", "
            + copy.getName()
            + ") -> "
            + function
            + ");");
    return true;
  }

  /** Returns whether the test holds where there is no entry: {@code v == null || ...}. */
  private static boolean isHandledIfAbsent(ExpressionTree test, VariableTree copy) {
    return Statements.operands(test, Tree.Kind.CONDITIONAL_OR).stream()
        .anyMatch(
            part ->
                CollectionOperations.isNullTest(part, Tree.Kind.EQUAL_TO, t -> isNameOf(t, copy)));
  }

  private boolean mayBeComputed(ExpressionTree value, MethodInvocationTree look) {
    return isNeverNull(value)
        && Expressions.isPure(value, t -> t == look)
        && Captures.areFixed(value);
  }

  /** A function that returns {@code null} removes the entry; a map may well hold {@code null}. */
  private static boolean isNeverNull(ExpressionTree value) {
    ExpressionTree plain = Expressions.strip(value);
    Type type = ASTHelpers.getType(plain);
    return (type != null && type.isPrimitive())
        || plain instanceof BinaryTree
        || plain instanceof NewClassTree
        || (plain instanceof LiteralTree literal && literal.getValue() != null);
  }

  private boolean isGet(MethodInvocationTree call, MethodInvocationTree put) {
    return isCall(call, "get", put);
  }

  private boolean isContainsKey(ExpressionTree tree, MethodInvocationTree put) {
    return tree instanceof MethodInvocationTree call && isCall(call, "containsKey", put);
  }

  private boolean isCall(MethodInvocationTree call, String method, MethodInvocationTree put) {
    return call.getMethodSelect() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals(method)
        && ASTHelpers.getSymbol(select.getExpression()) == variable
        && operations.sameText(
            CollectionOperations.argument(call, 0), CollectionOperations.argument(put, 0));
  }

  private static boolean isNameOf(Tree tree, VariableTree variable) {
    return tree instanceof IdentifierTree
        && ASTHelpers.getSymbol(tree) == ASTHelpers.getSymbol(variable);
  }
}
