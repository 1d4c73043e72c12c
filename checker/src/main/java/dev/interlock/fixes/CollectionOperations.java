package dev.interlock.fixes;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
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
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.verdict.Finding;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds a look into a collection and the change that follows from it into one call. */
final class CollectionOperations {
  private final SourceFile file;
  private final Edits edits;
  private final VarSymbol variable;

  CollectionOperations(SourceFile file, Edits edits, VarSymbol variable) {
    this.file = file;
    this.edits = edits;
    this.variable = variable;
  }

  /** Makes one call of an update; returns the trees that are part of it. Refuses what it cannot. */
  Set<Tree> fold(Finding finding) {
    Refusal.unless(
        finding.write().via().isEmpty()
            && finding.read().isPresent()
            && finding.read().get().via().isEmpty(),
        "the update is made by a call");
    Tree read = finding.read().get().at().tree();
    Refusal.unless(isCallOnVariable(finding.tree()) && isCallOnVariable(read), "another object");
    MethodInvocationTree change = (MethodInvocationTree) finding.tree();
    MethodInvocationTree look = (MethodInvocationTree) read;
    Refusal.unless(
        look.getArguments().isEmpty() || sameText(argument(look, 0), argument(change, 0)),
        "another key");
    Refusal.unless(folds(change, look), "no pattern");
    return ImmutableSet.of(change, look);
  }

  /**
   * Folds every look that comes before a change in the same method, also those that did not matter
   * as long as nothing of the collection was safe. Refuses what it cannot fold.
   */
  Set<Tree> foldAll() {
    Set<Tree> folded = new HashSet<>();
    Multimaps.index(file.usesOf(variable), use -> SourceFile.containerOf(use).getLeaf())
        .asMap()
        .values()
        .forEach(uses -> foldAll(List.copyOf(uses), folded));
    return folded;
  }

  private void foldAll(List<TreePath> uses, Set<Tree> folded) {
    Set<MethodInvocationTree> looks = new LinkedHashSet<>();
    for (TreePath use : uses) {
      Tree call = use.getParentPath().getParentPath().getLeaf();
      if (!isCallOnVariable(call)) {
        continue;
      }
      if (Escapes.isLook(use)) {
        looks.add((MethodInvocationTree) call);
      } else if (!looks.isEmpty()) {
        MethodInvocationTree change = (MethodInvocationTree) call;
        MethodInvocationTree look = looks.iterator().next();
        boolean single = looks.size() == 1 || folded.containsAll(looks);
        Refusal.unless(
            single
                && !change.getArguments().isEmpty()
                && !look.getArguments().isEmpty()
                && sameText(argument(look, 0), argument(change, 0))
                && folds(change, look),
            "a look decides about a later change");
        folded.add(change);
        folded.add(look);
        looks.clear();
      }
    }
  }

  private boolean folds(MethodInvocationTree change, MethodInvocationTree look) {
    return switch (nameOf(change)) {
      case "put" -> isOf("java.util.Map") && foldPut(change, look);
      case "add" ->
          isOf("java.util.Set") && foldGuard(change, look, ImmutableSet.of("contains"), true);
      case "remove" -> foldRemove(change, look);
      default -> false;
    };
  }

  private boolean isCallOnVariable(Tree tree) {
    return tree instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select
        && ASTHelpers.getSymbol(select.getExpression()) == variable;
  }

  private boolean isOf(String type) {
    Type wanted = file.state().getTypeFromString(type);
    return wanted != null && ASTHelpers.isSubtype(variable.type, wanted, file.state());
  }

  private static String nameOf(MethodInvocationTree call) {
    return ((MemberSelectTree) call.getMethodSelect()).getIdentifier().toString();
  }

  private String receiver(MethodInvocationTree call) {
    return file.text(((MemberSelectTree) call.getMethodSelect()).getExpression());
  }

  private static ExpressionTree argument(MethodInvocationTree call, int index) {
    Refusal.unless(index < call.getArguments().size(), "another method");
    return call.getArguments().get(index);
  }

  private boolean sameText(Tree a, Tree b) {
    return file.text(a).equals(file.text(b));
  }

  // ---- put --------------------------------------------------------------------------------------

  private boolean foldPut(MethodInvocationTree put, MethodInvocationTree look) {
    ExpressionTree value = argument(put, 1);
    Optional<TreePath> statement = Statements.ofExpression(file.path(put));
    if (statement.isEmpty()) {
      return false;
    }
    if (Expressions.contains(value, t -> t == look)) {
      return foldValue(put, look, value, ImmutableSet.of(look));
    }
    Optional<VariableTree> copy = copyOf(look);
    if (copy.isPresent()) {
      return foldCreation(put, statement.get(), copy.get())
          || foldCopy(put, value, copy.get())
          || foldGuard(put, look, ImmutableSet.of("get", "containsKey"), true);
    }
    return foldGuard(put, look, ImmutableSet.of("get", "containsKey"), true);
  }

  /** {@code m.put(k, m.getOrDefault(k, 0) + 1)} */
  private boolean foldValue(
      MethodInvocationTree put, MethodInvocationTree look, ExpressionTree value, Set<Tree> reads) {
    Optional<ExpressionTree> delta = addedTo(value, reads::contains);
    boolean fromZero =
        nameOf(look).equals("getOrDefault") && isZero(Expressions.strip(argument(look, 1)));
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
        receiver(put)
            + ".merge("
            + file.text(argument(put, 0))
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
    List<TreePath> uses = file.usesOf(ASTHelpers.getSymbol(copy));
    TreePath declaration = file.path(copy);
    boolean alone =
        uses.stream().allMatch(use -> Expressions.contains(value, t -> t == use.getLeaf()))
            && Statements.following(declaration).indexOf(statementOf(put)) == 0;
    if (!alone || !Expressions.isPure(value, t -> isNameOf(t, copy))) {
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
        receiver(put)
            + ".compute("
            + file.text(argument(put, 0))
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
        || !isNullTest(choice.getCondition(), Tree.Kind.EQUAL_TO, t -> isNameOf(t, copy))) {
      return Optional.empty();
    }
    return addedTo(choice.getFalseExpression(), t -> isNameOf(t, copy))
        .filter(delta -> sameText(delta, choice.getTrueExpression()));
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
        || !isNameOf(Expressions.strip(argument(put, 1)), copy)
        || !isNullTest(decision.getCondition(), Tree.Kind.EQUAL_TO, t -> isNameOf(t, copy))
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
    Refusal.unless(assignments == 1 && isFunction(made), "the value cannot be made in a function");
    String key = file.freshName("key");
    edits.replace(
        Expressions.strip(java.util.Objects.requireNonNull(copy.getInitializer())),
        receiver(put)
            + ".computeIfAbsent("
            + file.text(argument(put, 0))
            + ", "
            + key
            + " -> "
            + file.text(made)
            + ")");
    edits.delete(decision);
    return true;
  }

  /** Returns whether the expression may be the body of a function that the map calls. */
  private boolean isFunction(ExpressionTree made) {
    return !Expressions.contains(
            made, t -> OwnCalls.touches(file, t, variable) || ASTHelpers.getSymbol(t) == variable)
        && Captures.areFixed(made)
        && Captures.throwNothingChecked(file, made);
  }

  // ---- if (!m.containsKey(k)) m.put(k, v) -------------------------------------------------------

  private boolean foldGuard(
      MethodInvocationTree change,
      MethodInvocationTree look,
      Set<String> looks,
      boolean whenAbsent) {
    Optional<TreePath> statement = Statements.ofExpression(file.path(change));
    if (statement.isEmpty() || !looks.contains(nameOf(look))) {
      return false;
    }
    Optional<IfTree> around = GuardedUpdate.around(statement.get());
    Optional<IfTree> decision = around.or(() -> GuardedUpdate.before(statement.get()));
    if (decision.isEmpty()) {
      return false;
    }
    boolean exits = around.isEmpty();
    ExpressionTree test = Expressions.strip(decision.get().getCondition());
    if (!isTest(test, look, whenAbsent != exits)) {
      return false;
    }
    boolean whole = !exits && Statements.isAllOf(statement.get(), decision.get());
    String call = call(change, whole);
    if (whole) {
      edits.replace(decision.get(), call + ";");
      return true;
    }
    boolean isSet = nameOf(change).equals("add");
    String success =
        isSet
            ? (exits ? "!" + call : call)
            : call + (whenAbsent != exits ? " == null" : " != null");
    edits.replace(test, success);
    edits.delete(statement.get().getLeaf());
    return true;
  }

  /** Returns the call that looks and changes. */
  private String call(MethodInvocationTree change, boolean whole) {
    String key = file.text(argument(change, 0));
    if (!nameOf(change).equals("put")) {
      Refusal.unless(Expressions.isPure(argument(change, 0), t -> false), "the key may change");
      return receiver(change) + "." + nameOf(change) + "(" + key + ")";
    }
    ExpressionTree value = argument(change, 1);
    if (Expressions.isPure(value, t -> false)) {
      return receiver(change) + ".putIfAbsent(" + key + ", " + file.text(value) + ")";
    }
    Refusal.unless(whole && isFunction(value), "the value cannot be made in a function");
    return receiver(change)
        + ".computeIfAbsent("
        + key
        + ", "
        + file.freshName("key")
        + " -> "
        + file.text(value)
        + ")";
  }

  /** Returns whether the test holds exactly if the key is absent, or present. */
  private boolean isTest(ExpressionTree test, MethodInvocationTree look, boolean absent) {
    if (nameOf(look).equals("get")) {
      Tree.Kind kind = absent ? Tree.Kind.EQUAL_TO : Tree.Kind.NOT_EQUAL_TO;
      return isNullTest(test, kind, t -> t == look);
    }
    if (!absent) {
      return test == look;
    }
    return test.getKind() == Tree.Kind.LOGICAL_COMPLEMENT
        && Expressions.strip(((UnaryTree) test).getExpression()) == look;
  }

  private boolean foldRemove(MethodInvocationTree remove, MethodInvocationTree look) {
    return remove.getArguments().size() == 1
        && nameOf(look).equals("containsKey")
        && foldGuard(remove, look, ImmutableSet.of("containsKey"), false);
  }

  // ---- forms ------------------------------------------------------------------------------------

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

  private static boolean isNullTest(
      ExpressionTree tree, Tree.Kind kind, java.util.function.Predicate<Tree> tested) {
    return Expressions.strip(tree) instanceof BinaryTree test
        && test.getKind() == kind
        && test.getRightOperand().getKind() == Tree.Kind.NULL_LITERAL
        && tested.test(Expressions.strip(test.getLeftOperand()));
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
