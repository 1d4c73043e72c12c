package dev.interlock.analysis.lock;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.body.Point.Loop;
import dev.interlock.analysis.body.Point.Outcome;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.lock.LockOperation.Action;
import dev.interlock.library.MethodEffect.LockAction;
import dev.interlock.library.MethodEffect.Locks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Flags by which a thread tells that it is busy: it raises one in a critical section that has found
 * it down, and takes it down in a later one. What it does in between, it does alone, as if it held
 * a lock. A reference to the owner is such a flag too, if others wait for it to be {@code null}:
 * locks that are made by hand have the one or the other.
 */
public final class BusyFlags {
  private BusyFlags() {}

  static ImmutableMap<Tree, LockOperation> operationsOf(Body body, LockFacts facts) {
    ImmutableMap.Builder<Tree, LockOperation> operations = ImmutableMap.builder();
    for (Access access : body.accesses()) {
      if ((isEntry(access) || isExit(access))
          && flag(access).filter(facts::isBusyFlag).isPresent()) {
        Action action = isEntry(access) ? Action.ACQUIRE : Action.RELEASE;
        Tree write = access.point().tree();
        operations.put(write, operation(write, access, action, facts));
      } else if (isOwner(access) && flag(access).filter(facts::isBusyFlag).isPresent()) {
        comparisons(access)
            .forEach(test -> operations.put(test, operation(test, access, Action.IS_HELD, facts)));
      }
    }
    return operations.buildKeepingLast();
  }

  private static LockOperation operation(Tree tree, Access access, Action action, LockFacts facts) {
    ImmutableSet<AccessPath> place = facts.canonical(Value.of(access.location()));
    return new LockOperation(
        tree, isReference(access) ? possession(place) : place, action, LockMode.EXCLUSIVE);
  }

  /** What is locked is the place for an owner, and not the one who happens to be there. */
  private static ImmutableSet<AccessPath> possession(ImmutableSet<AccessPath> place) {
    return place.stream()
        .flatMap(path -> path.then(HeldLock.STATE).stream())
        .flatMap(path -> path.then(HeldLock.STATE).stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  static boolean usesAny(Body body) {
    for (Access access : body.accesses()) {
      if (access.isWrite()
          && access.point().monitor() != null
          && (Possession.isTaken(access) || Possession.isGivenUp(access))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInSection(Access access) {
    return section(access).isPresent();
  }

  private static boolean isOwner(Access access) {
    return access.isRead() && isReference(access) && isInSection(access);
  }

  private static boolean isReference(Access access) {
    return flag(access).filter(Possession::isReference).isPresent();
  }

  /** Returns the comparisons that ask whether the thread owns what it has taken before. */
  private static List<Tree> comparisons(Access owner) {
    List<Tree> found = new ArrayList<>();
    Optional<VarSymbol> flag = flag(owner);
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitBinary(BinaryTree tree, Void unused) {
        if (Possession.ownerAsked(tree).equals(flag)) {
          found.add(tree);
        }
        return super.visitBinary(tree, null);
      }
    }.scan(owner.body().tree(), null);
    return found;
  }

  private static Optional<VarSymbol> flag(Access access) {
    return access.location().last().orElse(null) instanceof Selector.Field field
        ? Optional.of(field.symbol())
        : Optional.empty();
  }

  /** Returns whether an access, seen by itself, raises a flag in a section that found it down. */
  public static boolean isEntry(Access access) {
    if (!Possession.isTaken(access) || !isInSection(access)) {
      return false;
    }
    for (Condition c = access.point().control(); c != null; c = c.outer()) {
      if (Possession.isMarked(access) && isDown(c, access) && isTested(c, access)) {
        return true;
      }
    }
    return isWaitedFor(access);
  }

  private static boolean isDown(Condition condition, Access raise) {
    return condition.tree() instanceof ExpressionTree test
        && condition.outcome() != Outcome.ANY
        && flag(raise)
            .filter(
                flag -> Possession.requiresFree(test, condition.outcome() == Outcome.TRUE, flag))
            .isPresent();
  }

  /** Returns whether a flag is raised as soon as it is down: {@code while (busy) wait();}. */
  public static boolean isWaitedFor(Access raise) {
    return raise.body().accesses().stream().anyMatch(read -> isAwaited(read, raise));
  }

  private static boolean isAwaited(Access read, Access raise) {
    Loop loop = read.point().loop();
    return read.isRead()
        && read.location().equals(raise.location())
        && read.point().order() < raise.point().order()
        && section(read).equals(section(raise))
        && loop != null
        && loop.tree() instanceof WhileLoopTree wait
        && !raise.point().isInside(wait)
        && flag(raise)
            .filter(flag -> Possession.requiresFree(wait.getCondition(), false, flag))
            .isPresent();
  }

  /** Returns whether a thread waits for a flag to go up before it takes it down: for a message. */
  public static boolean waitsForOther(Access exit) {
    return exit.body().accesses().stream()
        .filter(read -> read.isRead() && read.location().equals(exit.location()))
        .map(read -> read.point().loop())
        .anyMatch(loop -> loop != null && !exit.point().isInside(loop.tree()));
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
        .anyMatch(read -> section(read).equals(section(raise)));
  }

  /** Returns what began the critical section, by all appearances, that an access lies in. */
  private static Optional<Tree> section(Access access) {
    if (access.point().monitor() != null) {
      return Optional.of(access.point().monitor().tree());
    }
    Optional<Tree> section = Optional.empty();
    for (Call call : access.body().calls()) {
      if (call.point().order() < access.point().order()) {
        if (does(call, LockAction.ACQUIRE)) {
          section = Optional.of(call.tree());
        } else if (does(call, LockAction.RELEASE)) {
          section = Optional.empty();
        }
      }
    }
    return section;
  }

  private static boolean does(Call call, LockAction action) {
    return call.model().stream()
        .flatMap(model -> model.effects(Locks.class).stream())
        .anyMatch(effect -> effect.action() == action && !effect.shared());
  }

  /** Returns whether an access, seen by itself, takes a flag down in a critical section. */
  public static boolean isExit(Access access) {
    return Possession.isGivenUp(access) && isInSection(access);
  }
}
