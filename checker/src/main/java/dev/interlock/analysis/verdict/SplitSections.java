package dev.interlock.analysis.verdict;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.compound.CompoundOperation.ReadModifyWrite;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.compound.EffectSummaries;
import dev.interlock.analysis.compound.RelatedUpdates;
import dev.interlock.analysis.compound.RelatedUpdates.Pair;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.ContextSearch;
import dev.interlock.analysis.sharing.Home;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.sharing.LocationKinds;
import dev.interlock.analysis.sharing.Parallelism;
import dev.interlock.analysis.sharing.Protection;
import java.util.Optional;

/** What belongs into one critical section and is done in two. */
final class SplitSections implements Evidence {
  private final CompilationIndex index;
  private final EffectSummaries summaries;
  private final ContextSearch search;
  private final Parallelism parallelism;
  private final Protection protection;
  private final LocationKinds kinds;
  private final OpenEntries entries;
  private final Benign benign;

  SplitSections(
      CompilationIndex index,
      EffectSummaries summaries,
      ContextSearch search,
      Parallelism parallelism,
      Protection protection,
      LocationKinds kinds,
      OpenEntries entries,
      Benign benign) {
    this.index = index;
    this.summaries = summaries;
    this.search = search;
    this.parallelism = parallelism;
    this.protection = protection;
    this.kinds = kinds;
    this.entries = entries;
    this.benign = benign;
  }

  /**
   * Returns the finding of an operation that reads under a lock, lets it go and writes under it.
   */
  @Override
  public Optional<Finding> of(Trial trial) {
    if (trial.kind() == LocationKind.CONCURRENT_CONTENT
        || !trial.operation().throughout().isEmpty()
        || benign.isMark(trial.operation())
        || trial.read().filter(read -> isSplit(read, trial.write())).isEmpty()) {
      return Optional.empty();
    }
    return trial.contexts().stream()
        .filter(
            c ->
                entries.isOpen(c, trial.kind())
                    || parallelism.overlapsItself(c)
                    || isOfGuardedObject(c, trial))
        .filter(c -> !protection.excludesItself(c))
        .findFirst()
        .map(c -> trial.alone(FindingKind.SPLIT_CRITICAL_SECTION, Witness.LOCKING, c));
  }

  /**
   * Returns whether an object that a method was given, or a task, guards its variable by itself in
   * each of its own methods, of which one tells a value and another one is told a new one: {@code
   * account.setBalance(account.getBalance() - fee)}.
   */
  private boolean isOfGuardedObject(Context context, Trial trial) {
    return trial.operation() instanceof ReadModifyWrite update
        && isCalled(update.read())
        && isCalled(update.write())
        && context.home() == Home.ARGUMENT
        && ((OpenEntries.isOffered(context.top())
                && entries.isPassed(context, trial.kind())
                && !parallelism.isAfterWait(context))
            || (context.isTask() && !context.crossings().get(0).run().serial()));
  }

  /** Returns whether a method that holds the lock is called for an effect. */
  private static boolean isCalled(Effect effect) {
    return effect.via().isPresent() && !effect.innerLocks().isEmpty();
  }

  /** Returns whether a lock is held at both, but given up in between. */
  static boolean isSplit(Effect read, Effect write) {
    ImmutableSet<HeldLock> atWrite = all(write);
    return all(read).stream()
        .anyMatch(one -> atWrite.stream().anyMatch(other -> isAnotherSection(one, other)));
  }

  private static boolean isAnotherSection(HeldLock one, HeldLock other) {
    return one.section() != other.section()
        && other.isExclusive()
        && one.paths().stream().anyMatch(other.paths()::contains);
  }

  private static ImmutableSet<HeldLock> all(Effect effect) {
    return ImmutableSet.<HeldLock>builder()
        .addAll(effect.locks())
        .addAll(effect.innerLocks())
        .build();
  }

  /**
   * Returns the updates of a class that change two containers which belong together in two steps,
   * where threads are shown to come in between.
   */
  ImmutableList<Finding> related(ClassSymbol type) {
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    for (Pair pair : RelatedUpdates.among(index.bodiesOf(type), summaries)) {
      Effect second = pair.second();
      search.contextsOf(pair.body(), second.location(), second.at(), ImmutableSet.of()).stream()
          .filter(c -> c.home() == Home.OBJECT || c.home() == Home.STATIC || c.home() == Home.LOCAL)
          .filter(c -> !protection.excludesItself(c))
          .filter(c -> !second.locks().isEmpty() || parallelism.overlapsItself(c))
          .findFirst()
          .ifPresent(c -> findings.add(finding(pair, c)));
    }
    return findings.build();
  }

  private Finding finding(Pair pair, Context context) {
    return new Finding(
        FindingKind.SPLIT_CRITICAL_SECTION,
        pair.second().at().tree(),
        pair.body(),
        Optional.of(pair.first()),
        pair.second(),
        kinds.of(pair.second().location(), pair.body()),
        pair.second().locks().isEmpty() ? Witness.REACH : Witness.LOCKING,
        context,
        Optional.empty(),
        Optional.empty(),
        ImmutableSet.of());
  }
}
