package dev.interlock.analysis.lock;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.FlagTests;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.body.Point.Loop;
import dev.interlock.analysis.body.Point.Outcome;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.lock.LockOperation.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Flags by which a thread tells that it is busy: it raises one in a critical section that has found
 * it down, and takes it down in a later one. What it does in between, it does alone, as if it held
 * a lock.
 */
public final class BusyFlags {
  private BusyFlags() {}

  static ImmutableMap<Tree, LockOperation> operationsOf(Body body, LockFacts facts) {
    ImmutableMap.Builder<Tree, LockOperation> operations = ImmutableMap.builder();
    for (Access access : body.accesses()) {
      if ((isEntry(access) || isExit(access))
          && flag(access).filter(facts::isBusyFlag).isPresent()) {
        Tree write = access.point().tree();
        operations.put(
            write,
            new LockOperation(
                write,
                facts.canonical(Value.of(access.location())),
                isEntry(access) ? Action.ACQUIRE : Action.RELEASE,
                LockMode.EXCLUSIVE));
      }
    }
    return operations.buildKeepingLast();
  }

  static boolean usesAny(Body body) {
    for (Access access : body.accesses()) {
      if (isExit(access) || (access.point().monitor() != null && FlagTests.raises(access))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<VarSymbol> flag(Access access) {
    return access.location().last().orElse(null) instanceof Selector.Field field
        ? Optional.of(field.symbol())
        : Optional.empty();
  }

  /** Returns whether an access, seen by itself, raises a flag in a section that found it down. */
  public static boolean isEntry(Access access) {
    if (access.point().monitor() == null || !FlagTests.raises(access)) {
      return false;
    }
    for (Condition c = access.point().control(); c != null; c = c.outer()) {
      if (FlagTests.flagThatIsDown(c).equals(flag(access)) && isTested(c, access)) {
        return true;
      }
    }
    return access.body().accesses().stream().anyMatch(read -> isAwaited(read, access));
  }

  /** {@code while (busy) wait(); busy = true;}. */
  private static boolean isAwaited(Access read, Access raise) {
    Loop loop = read.point().loop();
    return read.isRead()
        && read.location().equals(raise.location())
        && read.point().order() < raise.point().order()
        && section(read.point()) == section(raise.point())
        && loop != null
        && loop.tree() instanceof WhileLoopTree wait
        && !raise.point().isInside(wait)
        && FlagTests.flagThatIsDown(wait.getCondition(), Outcome.FALSE).equals(flag(raise));
  }

  /**
   * Returns whether a method says {@code true} to whoever has raised the flag, and {@code false} to
   * everybody else.
   */
  public static boolean tellsWinner(Body body, Tree raise) {
    List<ReturnTree> returns = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitReturn(ReturnTree tree, Void unused) {
        returns.add(tree);
        return null;
      }

      @Override
      public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
        return null;
      }

      @Override
      public Void visitClass(ClassTree tree, Void unused) {
        return null;
      }
    }.scan(body.tree() instanceof MethodTree method ? method.getBody() : null, null);
    int raised = ASTHelpers.getStartPosition(raise);
    return returns.size() > 1
        && returns.stream()
            .allMatch(
                tree ->
                    Boolean.valueOf(ASTHelpers.getStartPosition(tree) > raised)
                        .equals(ASTHelpers.constValue(tree.getExpression())));
  }

  private static boolean isTested(Condition condition, Access raise) {
    return condition.value().dependencies().stream()
        .filter(Dependency.OnRead.class::isInstance)
        .map(dependency -> ((Dependency.OnRead) dependency).read())
        .filter(read -> read.location().equals(raise.location()))
        .anyMatch(read -> section(read.point()) == section(raise.point()));
  }

  private static Tree section(Point point) {
    return point.monitor() == null ? point.tree() : point.monitor().tree();
  }

  /** Returns whether an access, seen by itself, takes a flag down in a critical section. */
  public static boolean isExit(Access access) {
    return access.kind() == Access.Kind.WRITE
        && access.point().monitor() != null
        && access.point().tree() instanceof AssignmentTree assignment
        && Boolean.FALSE.equals(ASTHelpers.constValue(assignment.getExpression()));
  }
}
