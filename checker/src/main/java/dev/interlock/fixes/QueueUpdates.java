package dev.interlock.fixes;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import java.util.Optional;

/**
 * Folds a look at a concurrent queue and the removal that follows from it into one call, which
 * tells by {@code null} that there was nothing to remove.
 */
final class QueueUpdates {
  /** Each with the one that returns {@code null} where it throws. */
  private static final ImmutableMap<String, String> REMOVALS =
      ImmutableMap.<String, String>builder()
          .put("poll", "poll")
          .put("pollFirst", "pollFirst")
          .put("pollLast", "pollLast")
          .put("pop", "poll")
          .put("remove", "poll")
          .put("removeFirst", "pollFirst")
          .put("removeLast", "pollLast")
          .buildOrThrow();

  private static final ImmutableSet<String> PEEKS =
      ImmutableSet.of("peek", "peekFirst", "element", "getFirst");

  private static final ImmutableSet<String> AT_THE_HEAD =
      ImmutableSet.of("poll", "pollFirst", "pop", "remove", "removeFirst");

  private final SourceFile file;
  private final Edits edits;
  private final CollectionOperations operations;

  QueueUpdates(SourceFile file, Edits edits, CollectionOperations operations) {
    this.file = file;
    this.edits = edits;
    this.operations = operations;
  }

  /** Makes one call of both, if there is a pattern for it. */
  boolean fold(MethodInvocationTree change, MethodInvocationTree look) {
    String removal = CollectionOperations.nameOf(change);
    if (!REMOVALS.containsKey(removal) || !change.getArguments().isEmpty()) {
      return false;
    }
    return switch (CollectionOperations.nameOf(look)) {
      case "isEmpty" -> foldEmpty(change, look, poll(change));
      default ->
          PEEKS.contains(CollectionOperations.nameOf(look))
              && AT_THE_HEAD.contains(removal)
              && foldPeek(change, look);
    };
  }

  private String poll(MethodInvocationTree change) {
    return operations.receiver(change)
        + "."
        + REMOVALS.get(CollectionOperations.nameOf(change))
        + "()";
  }

  private boolean foldEmpty(MethodInvocationTree change, MethodInvocationTree look, String poll) {
    TreePath parent = Expressions.parentOf(file.path(change));
    if (parent.getLeaf() instanceof ReturnTree) {
      return foldReturn(parent, look, poll);
    }
    if (!(parent.getLeaf() instanceof VariableTree taken)
        || !(parent.getParentPath().getLeaf() instanceof BlockTree block)
        || block.getStatements().get(0) != taken) {
      return false;
    }
    Tree above = parent.getParentPath().getParentPath().getLeaf();
    if (above instanceof WhileLoopTree loop && isPresence(loop.getCondition(), look)) {
      return foldLoop(loop, taken, poll);
    }
    return above instanceof IfTree decision
        && isPresence(decision.getCondition(), look)
        && foldDecision(decision, taken, poll);
  }

  /** {@code if (!q.isEmpty()) { return q.remove(); } return null;} */
  private boolean foldReturn(TreePath result, MethodInvocationTree look, String poll) {
    Optional<TreePath> around = Statements.ifAround(result);
    if (around.isPresent()) {
      IfTree decision = (IfTree) around.get().getLeaf();
      Optional<StatementTree> next = Statements.following(around.get()).stream().findFirst();
      if (!isPresence(decision.getCondition(), look)
          || !Statements.isAllOf(result, decision)
          || next.filter(QueueUpdates::isReturnOfNull).isEmpty()) {
        return false;
      }
      edits.replaceStatement(decision, "return " + poll + ";");
      edits.delete(next.get());
      return true;
    }
    Optional<IfTree> before = GuardedUpdate.before(result);
    if (before.isEmpty()
        || Expressions.strip(before.get().getCondition()) != look
        || !isReturnOfNull(only(before.get().getThenStatement()))) {
      return false;
    }
    edits.delete(before.get());
    edits.replace(((ReturnTree) result.getLeaf()).getExpression(), poll);
    return true;
  }

  private static StatementTree only(StatementTree statement) {
    return statement instanceof BlockTree block && block.getStatements().size() == 1
        ? block.getStatements().get(0)
        : statement;
  }

  private static boolean isReturnOfNull(StatementTree statement) {
    return statement instanceof ReturnTree result
        && result.getExpression() != null
        && result.getExpression().getKind() == Tree.Kind.NULL_LITERAL;
  }

  /** {@code while (!q.isEmpty()) { T x = q.remove(); ... }} */
  private boolean foldLoop(WhileLoopTree loop, VariableTree taken, String poll) {
    Refusal.unless(!isCaptured(loop, taken), "a function captures the variable");
    String name = taken.getName().toString();
    String head = file.text().substring(file.start(taken), Migration.nameEnd(file, taken));
    edits.replace(
        file.start(loop),
        file.end(loop.getCondition()),
        "for (" + head + " = " + poll + "; " + name + " != null; " + name + " = " + poll + ")");
    edits.delete(taken);
    return true;
  }

  private static boolean isCaptured(Tree tree, VariableTree variable) {
    return Expressions.contains(
        tree,
        t ->
            (t instanceof LambdaExpressionTree || t instanceof ClassTree)
                && Expressions.contains(t, inner -> isNameOf(inner, variable)));
  }

  /** {@code if (!q.isEmpty()) { T x = q.remove(); ... }} */
  private boolean foldDecision(IfTree decision, VariableTree taken, String poll) {
    TreePath path = file.path(decision);
    MethodTree method = ASTHelpers.findEnclosingNode(path, MethodTree.class);
    long sameName =
        method == null
            ? 2
            : Expressions.findAll(
                    method, t -> t instanceof VariableTree v && v.getName().equals(taken.getName()))
                .size();
    Refusal.unless(
        sameName == 1 && !Statements.listAround(path).isEmpty(), "the name is taken further out");
    String head = file.text().substring(file.start(taken), Migration.nameEnd(file, taken));
    int start = file.start(decision);
    edits.insert(start, edits.lines(head + " = " + poll + ";\n" + file.indentAt(start)));
    edits.replace(Expressions.strip(decision.getCondition()), taken.getName() + " != null");
    edits.delete(taken);
    return true;
  }

  /**
   * {@code T x = q.peek(); if (x != null && ...) { q.poll(); ... }} removes that very element, and
   * what depends on the removal has it for a condition.
   */
  private boolean foldPeek(MethodInvocationTree change, MethodInvocationTree look) {
    Optional<TreePath> statement = Statements.ofExpression(file.path(change));
    Tree copied = Expressions.parentOf(file.path(look)).getLeaf();
    if (statement.isEmpty() || !(copied instanceof VariableTree copy)) {
      return false;
    }
    Optional<IfTree> around = GuardedUpdate.around(statement.get());
    if (around.isEmpty() || around.get().getElseStatement() != null) {
      return false;
    }
    ExpressionTree test = Expressions.strip(around.get().getCondition());
    boolean testsNull =
        Statements.operands(test, Tree.Kind.CONDITIONAL_AND).stream()
            .anyMatch(
                part ->
                    CollectionOperations.isNullTest(
                        part, Tree.Kind.NOT_EQUAL_TO, t -> isNameOf(t, copy)));
    Refusal.unless(
        testsNull && Statements.following(file.path(copy)).indexOf(around.get()) == 0,
        "something happens in between");
    String removal = operations.receiver(change) + ".remove(" + copy.getName() + ")";
    if (Statements.isAllOf(statement.get(), around.get())) {
      edits.replace(change, removal);
    } else {
      edits.insert(file.end(test), " && " + removal);
      edits.delete(statement.get().getLeaf());
    }
    return true;
  }

  /** Returns whether the condition holds exactly if the queue has an element. */
  private static boolean isPresence(ExpressionTree condition, MethodInvocationTree isEmpty) {
    ExpressionTree test = Expressions.strip(condition);
    return test.getKind() == Tree.Kind.LOGICAL_COMPLEMENT
        && Expressions.strip(((UnaryTree) test).getExpression()) == isEmpty;
  }

  private static boolean isNameOf(Tree tree, VariableTree variable) {
    return tree instanceof IdentifierTree
        && ASTHelpers.getSymbol(tree) == ASTHelpers.getSymbol(variable);
  }
}
