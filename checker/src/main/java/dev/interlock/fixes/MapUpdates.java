package dev.interlock.fixes;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds a look into a map and the {@code put} that follows from it into one call. */
final class MapUpdates {
  private final SourceFile file;
  private final Edits edits;
  private final VarSymbol variable;
  private final CollectionOperations operations;

  MapUpdates(SourceFile file, Edits edits, VarSymbol variable, CollectionOperations operations) {
    this.file = file;
    this.edits = edits;
    this.variable = variable;
    this.operations = operations;
  }

  /** Makes one call of both, if there is a pattern for it. */
  boolean fold(MethodInvocationTree put, MethodInvocationTree look) {
    ExpressionTree value = CollectionOperations.argument(put, 1);
    Optional<TreePath> statement = Statements.ofExpression(file.path(put));
    if (statement.isEmpty()) {
      return false;
    }
    if (Expressions.contains(value, t -> t == look)) {
      return foldValue(put, look, value, ImmutableSet.of(look))
          || functions().foldValue(put, look, statement.get());
    }
    if (CollectionOperations.nameOf(look).equals("containsKey")) {
      return functions().foldPresent(put, look, statement.get());
    }
    Optional<VariableTree> copy = copyOf(look);
    if (copy.isEmpty()) {
      return false;
    }
    if (CollectionOperations.nameOf(look).equals("getOrDefault")) {
      return foldSum(put, look, value, copy.get());
    }
    return CollectionOperations.nameOf(look).equals("get")
        && (foldCreation(put, statement.get(), copy.get())
            || foldCopy(put, value, copy.get())
            || functions().foldDecision(put, statement.get(), copy.get()));
  }

  private MapFunctions functions() {
    return new MapFunctions(file, edits, variable, operations);
  }

  /** {@code int c = m.getOrDefault(k, 0); m.put(k, c + 1);} */
  private boolean foldSum(
      MethodInvocationTree put,
      MethodInvocationTree look,
      ExpressionTree value,
      VariableTree copy) {
    Optional<ExpressionTree> delta = addedTo(value, t -> isNameOf(t, copy));
    boolean folds =
        delta.isPresent()
            && isZero(Expressions.strip(CollectionOperations.argument(look, 1)))
            && sum().isPresent()
            && isUsedUpBy(put, value, copy)
            && Expressions.isPure(delta.get(), t -> false);
    if (folds) {
      edits.delete(copy);
      mergeInto(put, delta.orElseThrow());
    }
    return folds;
  }

  /** Returns whether the copy is made just before, for nothing but the value. */
  private boolean isUsedUpBy(MethodInvocationTree put, ExpressionTree value, VariableTree copy) {
    return file.usesOf(ASTHelpers.getSymbol(copy)).stream()
            .allMatch(use -> Expressions.contains(value, t -> t == use.getLeaf()))
        && Statements.following(file.path(copy)).indexOf(statementOf(put)) == 0;
  }

  /** {@code m.put(k, m.getOrDefault(k, 0) + 1)} */
  private boolean foldValue(
      MethodInvocationTree put, MethodInvocationTree look, ExpressionTree value, Set<Tree> reads) {
    Optional<ExpressionTree> delta = addedTo(value, reads::contains);
    boolean fromZero =
        CollectionOperations.nameOf(look).equals("getOrDefault")
            && isZero(Expressions.strip(CollectionOperations.argument(look, 1)));
    if (delta.isPresent() && fromZero && sum().isPresent()) {
      mergeInto(put, delta.get());
      return true;
    }
    return false;
  }

  private void mergeInto(MethodInvocationTree put, ExpressionTree delta) {
    String function = boxedType().getSimpleName() + "::sum";
    edits.replace(
        put,
        operations.receiver(put)
            + ".merge("
            + file.text(CollectionOperations.argument(put, 0))
            + ", "
            + inValueType(delta)
            + ", "
            + function
            + ")");
  }

  /** Returns the operand as the argument of a call, which unlike an operator converts nothing. */
  private String inValueType(ExpressionTree delta) {
    Type given = file.types().unboxedTypeOrType(ASTHelpers.getType(delta));
    Type wanted = file.types().unboxedType(boxedType().type);
    String text = file.text(delta);
    if (file.types().isSameType(given, wanted)) {
      return text;
    }
    Refusal.unless(
        file.types().isConvertible(given, wanted), "the operand does not fit into the values");
    if (delta instanceof LiteralTree && wanted.getTag() == com.sun.tools.javac.code.TypeTag.LONG) {
      return text + "L";
    }
    return "(" + wanted + ") " + (Expressions.needsParentheses(delta) ? "(" + text + ")" : text);
  }

  /** {@code Integer c = m.get(k); m.put(k, c == null ? 1 : c + 1);} */
  private boolean foldCopy(MethodInvocationTree put, ExpressionTree value, VariableTree copy) {
    if (!isUsedUpBy(put, value, copy) || !Expressions.isPure(value, t -> isNameOf(t, copy))) {
      return false;
    }
    Optional<ExpressionTree> delta = counted(value, copy);
    edits.delete(copy);
    if (delta.isPresent() && sum().isPresent()) {
      mergeInto(put, delta.get());
      return true;
    }
    String key = file.freshName("key");
    edits.replace(
        put,
        operations.receiver(put)
            + ".compute("
            + file.text(CollectionOperations.argument(put, 0))
            + ", ("
            + key
            + ", "
            + copy.getName()
            + ") -> "
            + file.text(value)
            + ")");
    return true;
  }

  /** Returns {@code n} of {@code c == null ? n : c + n}. */
  private Optional<ExpressionTree> counted(ExpressionTree value, VariableTree copy) {
    if (!(Expressions.strip(value) instanceof ConditionalExpressionTree choice)
        || !CollectionOperations.isNullTest(
            choice.getCondition(), Tree.Kind.EQUAL_TO, t -> isNameOf(t, copy))) {
      return Optional.empty();
    }
    return addedTo(choice.getFalseExpression(), t -> isNameOf(t, copy))
        .filter(delta -> operations.sameText(delta, choice.getTrueExpression()));
  }

  /** {@code V v = m.get(k); if (v == null) { v = make(); m.putIfAbsent(k, v); }} */
  boolean foldCreation(MethodInvocationTree put, MethodInvocationTree look) {
    Optional<TreePath> statement = Statements.ofExpression(file.path(put));
    Optional<VariableTree> copy = copyOf(look);
    return statement.isPresent()
        && copy.isPresent()
        && CollectionOperations.nameOf(look).equals("get")
        && foldCreation(put, statement.get(), copy.get());
  }

  /** {@code V v = m.get(k); if (v == null) { v = make(); m.put(k, v); }} */
  private boolean foldCreation(MethodInvocationTree put, TreePath statement, VariableTree copy) {
    if (!(statement.getParentPath().getLeaf() instanceof BlockTree block)
        || block.getStatements().size() != 2
        || !(statement.getParentPath().getParentPath().getLeaf() instanceof IfTree decision)
        || decision.getElseStatement() != null
        || !(block.getStatements().get(0) instanceof ExpressionStatementTree first)
        || !(first.getExpression() instanceof AssignmentTree creation)
        || !isNameOf(creation.getVariable(), copy)
        || !isNameOf(Expressions.strip(CollectionOperations.argument(put, 1)), copy)
        || !CollectionOperations.isNullTest(
            decision.getCondition(), Tree.Kind.EQUAL_TO, t -> isNameOf(t, copy))
        || Statements.following(file.path(copy)).indexOf(decision) != 0) {
      return false;
    }
    long assignments =
        file.usesOf(ASTHelpers.getSymbol(copy)).stream()
            .filter(
                use ->
                    use.getParentPath().getLeaf() instanceof AssignmentTree a
                        && a.getVariable() == use.getLeaf())
            .count();
    ExpressionTree made = creation.getExpression();
    Refusal.unless(
        assignments == 1 && operations.isFunction(made), "the value cannot be made in a function");
    String key = file.freshName("key");
    edits.replace(
        Expressions.strip(java.util.Objects.requireNonNull(copy.getInitializer())),
        operations.receiver(put)
            + ".computeIfAbsent("
            + file.text(CollectionOperations.argument(put, 0))
            + ", "
            + key
            + " -> "
            + file.text(made)
            + ")");
    edits.delete(decision, copy);
    return true;
  }

  private Optional<VariableTree> copyOf(MethodInvocationTree look) {
    return Expressions.parentOf(file.path(look)).getLeaf() instanceof VariableTree copy
            && copy.getInitializer() != null
            && Expressions.strip(copy.getInitializer()) == look
        ? Optional.of(copy)
        : Optional.empty();
  }

  private StatementTree statementOf(MethodInvocationTree call) {
    return (StatementTree) file.path(call).getParentPath().getLeaf();
  }

  private static boolean isNameOf(Tree tree, VariableTree variable) {
    return tree instanceof IdentifierTree
        && ASTHelpers.getSymbol(tree) == ASTHelpers.getSymbol(variable);
  }

  /** Returns the other operand of a sum. */
  private static Optional<ExpressionTree> addedTo(
      ExpressionTree tree, java.util.function.Predicate<Tree> read) {
    if (!(Expressions.strip(tree) instanceof BinaryTree sum) || sum.getKind() != Tree.Kind.PLUS) {
      return Optional.empty();
    }
    if (read.test(Expressions.strip(sum.getLeftOperand()))) {
      return Optional.of(sum.getRightOperand());
    }
    return read.test(Expressions.strip(sum.getRightOperand()))
        ? Optional.of(sum.getLeftOperand())
        : Optional.empty();
  }

  private static boolean isZero(ExpressionTree tree) {
    return tree instanceof LiteralTree literal
        && literal.getValue() instanceof Number number
        && number.doubleValue() == 0;
  }

  private com.sun.tools.javac.code.Symbol boxedType() {
    return sum().orElseThrow(() -> new Refusal("no sum of this type"));
  }

  /** Returns the class of the values, if they can be summed and are what literals of them are. */
  private Optional<com.sun.tools.javac.code.Symbol> sum() {
    List<Type> arguments = variable.type.getTypeArguments();
    @Nullable Type value = arguments.size() == 2 ? arguments.get(1) : null;
    return value != null
            && ImmutableSet.of("java.lang.Integer", "java.lang.Long", "java.lang.Double")
                .contains(value.tsym.getQualifiedName().toString())
        ? Optional.of(value.tsym)
        : Optional.empty();
  }
}
