package dev.interlock.analysis.verdict;

import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.compound.CompoundOperation.CheckThenAct;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.sharing.Parallelism;
import dev.interlock.analysis.sharing.Protection;
import dev.interlock.library.MethodEffect.Stores;
import java.util.List;
import java.util.Optional;

/** The evidence of code that is shown to run in parallel and to reach the location unprotected. */
final class ReachEvidence implements Evidence {
  private final Parallelism parallelism;
  private final Protection protection;
  private final OtherAccesses others;

  ReachEvidence(Parallelism parallelism, Protection protection, OtherAccesses others) {
    this.parallelism = parallelism;
    this.protection = protection;
    this.others = others;
  }

  @Override
  public Optional<Finding> of(Trial trial) {
    return byItself(trial)
        .or(() -> byTwoWays(trial))
        .or(() -> trial.phased() ? Optional.empty() : byConflict(trial));
  }

  /** Threads that come by the same way. */
  private Optional<Finding> byItself(Trial trial) {
    for (Context context : trial.contexts()) {
      if (parallelism.overlapsItself(context) && !protection.excludesItself(context)) {
        return Optional.of(trial.alone(trial.kindIn(context), Witness.REACH, context));
      }
    }
    return Optional.empty();
  }

  /** Threads that come to the same operation by different ways. */
  private Optional<Finding> byTwoWays(Trial trial) {
    for (Context a : trial.contexts()) {
      for (Context b : trial.contexts()) {
        if (a != b && parallelism.overlap(a, b) && !protection.excludeEachOther(a, b)) {
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
      LockSupport support = support(here, writes);
      for (Access other : writes) {
        for (Context there : others.contextsOf(other)) {
          if (parallelism.overlap(here, there)
              && !protection.excludeEachOther(here, there)
              && !isGuarded(here, there, support)) {
            return Optional.of(
                trial.against(other, there, trial.kindIn(here), Witness.REACH, here));
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Returns whether a write can make wrong what an operation has seen of a container as a whole:
   * that there is something to take is made wrong by who takes, that there is room by who adds.
   */
  private static boolean mayFalsify(Access write, Trial trial) {
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

  private LockSupport support(Context here, List<Access> writes) {
    LockSupport support = new LockSupport();
    support.count(List.of(here));
    for (Access other : writes) {
      support.count(
          others.contextsOf(other).stream()
              .filter(c -> parallelism.sameLocation(here, c))
              .toList());
    }
    return support;
  }

  /** Returns whether it is the other access that lacks the lock which guards the location. */
  private boolean isGuarded(Context here, Context there, LockSupport support) {
    return protection.excludesItself(here)
        && support.of(here) > (protection.excludesItself(there) ? support.of(there) : 0);
  }
}
