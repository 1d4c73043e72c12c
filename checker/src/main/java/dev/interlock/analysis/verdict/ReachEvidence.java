package dev.interlock.analysis.verdict;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.FlagTests;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.compound.CompoundOperation.CheckThenAct;
import dev.interlock.analysis.compound.CompoundOperation.ReadModifyWrite;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.sharing.Parallelism;
import dev.interlock.analysis.sharing.Protection;
import dev.interlock.analysis.task.Awaiting;
import dev.interlock.library.MethodEffect.CallsInPlace;
import dev.interlock.library.MethodEffect.Stores;
import java.util.List;
import java.util.Optional;

/** The evidence of code that is shown to run in parallel and to reach the location unprotected. */
final class ReachEvidence implements Evidence {
  private final Parallelism parallelism;
  private final Protection protection;
  private final OtherAccesses others;
  private final Awaiting awaiting;
  private final DeclaredGuards guards;

  ReachEvidence(
      Parallelism parallelism,
      Protection protection,
      OtherAccesses others,
      Awaiting awaiting,
      DeclaredGuards guards) {
    this.parallelism = parallelism;
    this.protection = protection;
    this.others = others;
    this.awaiting = awaiting;
    this.guards = guards;
  }

  @Override
  public Optional<Finding> of(Trial trial) {
    return byItself(trial)
        .or(() -> byTwoWays(trial))
        .or(() -> byConflict(trial))
        .or(() -> byCommonObject(trial));
  }

  /**
   * Threads of different classes that each were given an object: the same one, if its class keeps
   * the variable for several threads.
   */
  private Optional<Finding> byCommonObject(Trial trial) {
    if (!isKeptForSeveral(trial)) {
      return Optional.empty();
    }
    List<Access> writes = others.inParallel(others.writes(trial));
    for (Context here : trial.contexts()) {
      for (Context there : here.isParallel() ? trial.contexts() : List.<Context>of()) {
        if (collide(here, there)) {
          Access write = trial.write().access();
          return Optional.of(trial.against(write, there, trial.kindIn(here), Witness.REACH, here));
        }
      }
      for (Access other : here.isParallel() ? writes : List.<Access>of()) {
        for (Context there : others.contextsOf(other)) {
          if (mayFalsify(other, trial) && isInReach(trial, other) && collide(here, there)) {
            return Optional.of(
                trial.against(other, there, trial.kindIn(here), Witness.REACH, here));
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean isKeptForSeveral(Trial trial) {
    return switch (trial.kind()) {
      case VOLATILE, ATOMIC, CONCURRENT_CONTENT -> true;
      default ->
          !trial.operation().throughout().isEmpty()
              || others.of(trial).stream().anyMatch(others::locksItself);
    };
  }

  private boolean collide(Context here, Context there) {
    return parallelism
        .commonView(here, there)
        .filter(view -> parallelism.overlap(view.one(), view.other()))
        .filter(view -> !protection.excludeEachOther(view.one(), view.other()))
        .filter(view -> !view.other().locks().isEmpty() || !protection.excludesItself(view.one()))
        .isPresent();
  }

  /** Threads that come by the same way. */
  private Optional<Finding> byItself(Trial trial) {
    for (Context context : trial.contexts()) {
      if (parallelism.overlapsItself(context) && !excludesItself(context)) {
        return Optional.of(trial.alone(trial.kindIn(context), Witness.REACH, context));
      }
    }
    return Optional.empty();
  }

  private boolean excludesItself(Context context) {
    return protection.excludesItself(context)
        && (protection.excludesOtherCalls(context) || !parallelism.overlapsOtherCallsOnly(context));
  }

  /** Threads that come to the same operation by different ways. */
  private Optional<Finding> byTwoWays(Trial trial) {
    for (Context a : trial.contexts()) {
      for (Context b : trial.contexts()) {
        if (a != b
            && ((parallelism.overlap(a, b) && !protection.excludeEachOther(a, b))
                || (parallelism.areOfOneMade(a, b) && collide(a, b)))) {
          Access write = trial.write().access();
          return Optional.of(trial.against(write, b, trial.kindIn(a), Witness.REACH, a));
        }
      }
    }
    return Optional.empty();
  }

  /** A thread in the operation and one in another write of the location. */
  private Optional<Finding> byConflict(Trial trial) {
    List<Access> writes =
        others.writes(trial).stream().filter(write -> mayFalsify(write, trial)).toList();
    for (Context here : trial.contexts()) {
      Supplier<LockSupport> support = Suppliers.memoize(() -> support(here, writes));
      for (Access other : here.isParallel() ? writes : others.inParallel(writes)) {
        if (!isInReach(trial, other)) {
          continue;
        }
        for (Context there : others.contextsOf(other)) {
          if (parallelism.overlap(here, there)
              && !protection.excludeEachOther(here, there)
              && !isAnswered(trial, here, other, there)
              && !isSetAgain(trial, other, there)
              && (!isGuarded(here, there, support) || isAtomicUpdate(trial, here, other))) {
            return Optional.of(
                trial.against(other, there, trial.kindIn(here), Witness.REACH, here));
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Returns whether it is the other write that is to answer for the conflict: it would collide with
   * itself as well, while all that use the container as this operation does come one by one.
   */
  private boolean isAnswered(Trial trial, Context here, Access other, Context there) {
    boolean oneByOne = protection.excludesItself(here) || !parallelism.overlapsItself(here);
    return oneByOne
        && trial.kind() == LocationKind.UNSAFE_CONTENT
        && other.body() != trial.body()
        && parallelism.overlapsItself(there)
        && !protection.excludesItself(there);
  }

  /**
   * Returns whether a write can make wrong what an operation has seen of a container as a whole:
   * that there is something to take is made wrong by who takes, that there is room by who adds.
   */
  private static boolean mayFalsify(Access write, Trial trial) {
    if (write.body().kind() == Body.Kind.INSTANCE_INITIALIZER) {
      return write.kind() != Access.Kind.WRITE; // the first value of a field is no news
    }
    return trial.kind() != LocationKind.CONCURRENT_CONTENT
        || !(trial.operation() instanceof CheckThenAct check)
        || !isWhole(check.read().location())
        || stores(write) == stores(trial.write().access());
  }

  private static boolean isWhole(AccessPath location) {
    return location.last().orElse(null) instanceof Selector.Content content
        && content.index().equals(Index.WHOLE);
  }

  private static boolean stores(Access write) {
    return write.through().stream()
        .flatMap(call -> call.model().stream())
        .anyMatch(model -> model.effect(Stores.class).isPresent());
  }

  /** Threads that meet at barriers are apart where they do different parts of a round. */
  private boolean isInReach(Trial trial, Access other) {
    return !trial.phased()
        || (awaiting.usesBarrier(other.body())
            && awaiting.phase(trial.write().access().point(), trial.write().access().body())
                == awaiting.phase(other.point(), other.body()));
  }

  private LockSupport support(Context here, List<Access> writes) {
    LockSupport support = new LockSupport();
    support.count(here.body(), List.of(here));
    for (Access other : writes) {
      support.count(
          other.body(),
          others.contextsOf(other).stream()
              .filter(c -> parallelism.sameLocation(here, c))
              .toList());
    }
    return support;
  }

  /**
   * Returns whether the other access is a single atomic call, which needs no lock for itself: then
   * it is the operation whose lock keeps nobody out. But a synchronized wrapper locks itself.
   */
  private static boolean isAtomicUpdate(Trial trial, Context here, Access other) {
    boolean atomic =
        trial.kind() == LocationKind.CONCURRENT_CONTENT || trial.kind() == LocationKind.ATOMIC;
    return atomic
        && here.locks().stream().noneMatch(lock -> lock.paths().contains(here.location().owner()))
        && trial.operation() instanceof ReadModifyWrite
        && other.kind() == Access.Kind.UPDATE
        && (trial.kind() == LocationKind.ATOMIC
            || other.through().stream()
                .flatMap(call -> call.model().stream())
                .anyMatch(model -> model.effect(CallsInPlace.class).isPresent()));
  }

  /**
   * Returns whether the other thread sets a flag to what the check has found it to be, in a
   * critical section that the operation's own write, under the same lock, comes after: as well the
   * check might have been made only then.
   */
  private boolean isSetAgain(Trial trial, Access other, Context there) {
    return trial.operation() instanceof CheckThenAct
        && other.point().tree() instanceof AssignmentTree assignment
        && ASTHelpers.constValue(assignment.getExpression()) instanceof Boolean value
        && trial.variable().filter(flag -> isRequired(flag, value, trial)).isPresent()
        && others.contextsOf(trial.write().access()).stream()
            .allMatch(own -> protection.excludeEachOther(own, there));
  }

  private static boolean isRequired(VarSymbol flag, boolean value, Trial trial) {
    for (Condition c = trial.write().at().control(); c != null; c = c.outer()) {
      if (FlagTests.requires(c, flag, value)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether it is the other access that lacks the lock which guards the location. */
  private boolean isGuarded(Context here, Context there, Supplier<LockSupport> support) {
    if (guards.isHeld(here) && guards.isLacking(there)) {
      return true;
    }
    return protection.excludesItself(here)
        && support.get().of(here)
            > (protection.excludesItself(there) ? support.get().of(there) : 0);
  }
}
