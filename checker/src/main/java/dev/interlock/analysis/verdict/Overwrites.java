package dev.interlock.analysis.verdict;

import com.google.common.collect.ImmutableSet;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.compound.CompoundOperation;
import dev.interlock.analysis.compound.CompoundOperation.CheckThenAct;
import dev.interlock.analysis.compound.CompoundOperation.ReadModifyWrite;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.compound.EffectSummaries;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.FrameworkEntries;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.sharing.Parallelism;
import dev.interlock.analysis.sharing.Protection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * Plain writes that overwrite a location without the lock which guards the updates of it: what
 * these add in between is lost.
 */
final class Overwrites {
  private final CompilationIndex index;
  private final EffectSummaries summaries;
  private final Parallelism parallelism;
  private final Protection protection;
  private final OtherAccesses others;
  private final OpenEntries entries;

  /** Whether a write is made before others come by, or when all others keep away. */
  private final BiPredicate<Access, Context> alone;

  Overwrites(
      CompilationIndex index,
      EffectSummaries summaries,
      Parallelism parallelism,
      Protection protection,
      OtherAccesses others,
      OpenEntries entries,
      BiPredicate<Access, Context> alone) {
    this.index = index;
    this.summaries = summaries;
    this.parallelism = parallelism;
    this.protection = protection;
    this.others = others;
    this.entries = entries;
    this.alone = alone;
  }

  /** Returns the findings of plain writes that overwrite what a locked operation writes. */
  List<Finding> of(Trial trial) {
    List<Finding> found = new ArrayList<>();
    if (trial.operation().throughout().stream().allMatch(HeldLock::isWon)) {
      return found;
    }
    if (trial.kind() == LocationKind.UNSAFE_CONTENT) {
      for (Access other : others.replacements(trial)) {
        overwrite(other, trial, Context::toOwner).ifPresent(found::add);
      }
    }
    if (trial.operation() instanceof ReadModifyWrite) {
      for (Access other : others.writes(trial)) {
        if (other.kind() == Access.Kind.WRITE
            && other.through().isEmpty()
            && !(isOfBuilder(other.body()) && isOfArgument(trial.operation()))) {
          overwrite(other, trial, here -> here).ifPresent(found::add);
        }
      }
    }
    if (isLazyStatic(trial)) {
      for (Access setter : others.writesToo(trial)) {
        if (setter.through().isEmpty() && isGiven(setter)) {
          overwrite(setter, others.ownContextsOf(setter), trial, here -> here)
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /**
   * Returns whether a static variable gets its value under a lock by who first finds that it has
   * none: who gives it one meanwhile would have this one in its place.
   */
  private static boolean isLazyStatic(Trial trial) {
    return trial.operation() instanceof CheckThenAct check
        && check.location().isStatic()
        && check.location().selectors().size() == 1
        && (trial.kind() == LocationKind.VOLATILE || trial.kind() == LocationKind.PLAIN);
  }

  /** Returns whether a write stores what its method is called with. */
  private static boolean isGiven(Access write) {
    return write.kind() == Access.Kind.WRITE
        && write.body().kind() == Body.Kind.METHOD
        && write.point().control() == null
        && !write.written().paths().isEmpty()
        && write.written().paths().stream()
            .allMatch(
                path ->
                    path.selectors().isEmpty()
                        && path.root() instanceof Root.Variable given
                        && write.body().parameters().contains(given.symbol()));
  }

  /** Builders return themselves from setters; who has one in hand is still about to build. */
  private boolean isOfBuilder(Body setter) {
    return index.bodiesOf(setter.enclosingClass()).stream()
        .filter(body -> body.kind() == Body.Kind.METHOD)
        .filter(body -> body.accesses().stream().anyMatch(Access::isWrite))
        .anyMatch(body -> body.returned().paths().equals(ImmutableSet.of(AccessPath.THIS)));
  }

  /**
   * Returns whether an operation works on an object that it was given, under the lock of another
   * one: whoever builds takes its own lock for its own sake.
   */
  private static boolean isOfArgument(CompoundOperation operation) {
    Root given = operation.location().root();
    return given instanceof Root.Variable
        && operation.throughout().stream()
            .flatMap(lock -> lock.paths().stream())
            .noneMatch(lock -> lock.root().equals(given));
  }

  private Optional<Finding> overwrite(Access other, Trial trial, UnaryOperator<Context> view) {
    return overwrite(other, others.contextsOf(other), trial, view);
  }

  private Optional<Finding> overwrite(
      Access other, List<Context> ways, Trial trial, UnaryOperator<Context> view) {
    for (Context update : trial.contexts()) {
      Context here = view.apply(update);
      for (Context there : ways) {
        if (there.locks().isEmpty()
            && !alone.test(other, there)
            && protection.excludesItself(update)
            && meet(here, there, trial)) {
          return effectOf(other).map(effect -> finding(effect, there, trial, here));
        }
      }
    }
    return Optional.empty();
  }

  /** Threads are shown to meet, or both are methods that anyone may call. */
  private boolean meet(Context here, Context there, Trial trial) {
    return parallelism.overlap(here, there)
        || (entries.isOpen(there, trial.kind())
            && there.top().method().filter(FrameworkEntries::isLifeCycle).isEmpty()
            && !parallelism.isAfterWait(there)
            && (parallelism.sameLocation(here, there)
                ? here.isTask() || entries.isOpen(here, trial.kind())
                : others.locksItself(trial.write().access()) && here.isParallel()));
  }

  private Optional<Effect> effectOf(Access access) {
    return summaries.of(access.body()).effects().stream()
        .filter(effect -> effect.access() == access && effect.via().isEmpty())
        .findFirst();
  }

  private static Finding finding(Effect write, Context there, Trial trial, Context here) {
    return new Finding(
        FindingKind.INCONSISTENT_LOCKING,
        write.at().tree(),
        write.access().body(),
        Optional.empty(),
        write,
        write.location().last().orElse(null) instanceof Selector.Field
            ? LocationKind.PLAIN
            : trial.kind(),
        Witness.REACH,
        there,
        Optional.of(here),
        Optional.of(trial.write().access()),
        here.locks());
  }
}
