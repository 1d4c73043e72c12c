package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.Optional;
import java.util.Set;

/** What a lock that the code has not had before must not be held for. */
record NewSections(SourceFile file, ImmutableList<Subject> subjects) {

  /**
   * Refuses a statement that calls an alien method for its own sake: nothing says that the method
   * may run under the new lock. A call for a value that the update needs, or that needs the value
   * of a guarded variable, is another matter.
   *
   * @param outside parts of the statement that run before the lock is taken
   */
  void check(StatementTree statement, Set<Tree> outside) {
    for (Tree call : AlienCalls.of(file, statement)) {
      boolean isOutside =
          outside.stream().anyMatch(o -> Expressions.contains(o, tree -> tree == call));
      Refusal.unless(
          isOutside
              || needsValue(call)
              || isAboutValue(call)
              || givesValue(file.path(call), statement),
          "an alien method would be called under the lock");
    }
  }

  /** Returns whether the call is made on a guarded variable or is given one, or only prints. */
  private boolean needsValue(Tree call) {
    return Expressions.contains(call, this::isSubject) || AlienCalls.isPrinting(call);
  }

  /** Returns whether the call is given a local variable that the update is made of, too. */
  private boolean isAboutValue(Tree call) {
    return call instanceof MethodInvocationTree invocation
        && invocation.getArguments().stream()
            .anyMatch(
                argument ->
                    ASTHelpers.getSymbol(argument) instanceof VarSymbol variable
                        && !variable.getKind().isField()
                        && goesIntoSubject(argument, file.path(call)));
  }

  private boolean isOnSubject(Tree call) {
    return call instanceof MethodInvocationTree invocation
        && Expressions.contains(invocation.getMethodSelect(), this::isSubject);
  }

  /** Returns whether the update is made of what the call returns. */
  private boolean givesValue(TreePath call, StatementTree statement) {
    for (TreePath at = call; at.getLeaf() != statement; at = at.getParentPath()) {
      Tree parent = at.getParentPath().getLeaf();
      boolean isValue =
          parent instanceof LambdaExpressionTree
              || (parent instanceof IfTree decision && decision.getCondition() == at.getLeaf())
              || isArgumentForSubject(parent, at.getLeaf())
              || target(parent).filter(t -> isField(t) || goesIntoSubject(t, call)).isPresent();
      if (isValue) {
        return true;
      }
    }
    return target(statement).filter(t -> goesIntoSubject(t, call)).isPresent();
  }

  /** What a field gets beside the guarded variables is published by them. */
  private static boolean isField(Tree target) {
    return ASTHelpers.getSymbol(target) instanceof VarSymbol variable
        && variable.getKind().isField();
  }

  /** Returns what gets a value by the assignment or declaration. */
  private static Optional<Tree> target(Tree tree) {
    if (tree instanceof AssignmentTree write) {
      return Optional.of(innermost(write.getVariable()));
    }
    if (tree instanceof CompoundAssignmentTree update) {
      return Optional.of(innermost(update.getVariable()));
    }
    return tree instanceof VariableTree ? Optional.of(tree) : Optional.empty();
  }

  /** Returns {@code a} of {@code a[i]}. */
  private static Tree innermost(ExpressionTree target) {
    return target instanceof ArrayAccessTree element ? innermost(element.getExpression()) : target;
  }

  /** Returns whether the value of a local variable is put into one of the guarded variables. */
  private boolean goesIntoSubject(Tree local, TreePath call) {
    Symbol symbol = ASTHelpers.getSymbol(local);
    Tree code = SourceFile.containerOf(call).getLeaf();
    return symbol != null
        && Expressions.contains(
            code,
            t ->
                (t instanceof MethodInvocationTree user
                        && isOnSubject(user)
                        && user.getArguments().stream().anyMatch(a -> mentions(a, symbol)))
                    || (t instanceof AssignmentTree write
                        && isSubject(innermost(write.getVariable()))
                        && mentions(write.getExpression(), symbol))
                    || (t instanceof CompoundAssignmentTree update
                        && isSubject(innermost(update.getVariable()))
                        && mentions(update.getExpression(), symbol)));
  }

  private static boolean mentions(Tree code, Symbol symbol) {
    return Expressions.contains(code, t -> ASTHelpers.getSymbol(t) == symbol);
  }

  private boolean isArgumentForSubject(Tree parent, Tree argument) {
    return parent instanceof MethodInvocationTree call
        && argument instanceof ExpressionTree expression
        && call.getArguments().contains(expression)
        && isOnSubject(call);
  }

  private boolean isSubject(Tree tree) {
    return subjects.stream().anyMatch(s -> s.variable() == ASTHelpers.getSymbol(tree));
  }

  /**
   * Refuses variables that calls look at and, when something fails, other calls reset: a lock in
   * each of the called methods would not make one step of both.
   */
  void checkNotResetOnFailure() {
    for (Tree tree : Expressions.findAll(file.unit(), t -> t instanceof TryTree)) {
      TryTree attempt = (TryTree) tree;
      for (Subject subject : subjects) {
        VarSymbol variable = subject.variable();
        boolean isReset =
            attempt.getCatches().stream().anyMatch(c -> callsUser(c.getBlock(), variable, true))
                && callsUser(attempt.getBlock(), variable, false);
        Refusal.unless(!isReset, "the variable is reset when a call fails that looked at it");
      }
    }
  }

  /** Returns whether the code calls a method that uses the variable, or {@code sets} it anew. */
  private boolean callsUser(Tree code, VarSymbol variable, boolean sets) {
    return Expressions.contains(
        code, t -> OwnCalls.touches(file, t, variable, use -> !sets || isSet(file.path(use))));
  }

  /** Returns whether the value after the use does not come from the one before: it is no count. */
  private static boolean isSet(TreePath use) {
    Tree parent = Expressions.parentOf(use).getLeaf();
    boolean isCount = parent instanceof CompoundAssignmentTree || parent instanceof UnaryTree;
    return !isCount && !Escapes.isLook(use);
  }
}
