package dev.interlock.analysis.verdict;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.library.EntryMode;
import dev.interlock.library.MethodEffect.RunsOn;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Findings that say no more than others do: the same collision as seen from the side that is right,
 * or once more from a caller.
 */
public final class Redundancies {
  private static final ImmutableSet<EntryMode> ONE_AT_A_TIME =
      ImmutableSet.of(EntryMode.EVENT_LOOP, EntryMode.SERIAL, EntryMode.OWN_THREAD);

  private Redundancies() {}

  /** Returns the findings without those that others stand for, in the same order. */
  public static ImmutableList<Finding> without(List<Finding> findings) {
    ImmutableSet<Access> written = writes(findings, f -> f.write().via().isEmpty());
    ImmutableSet<Access> unguarded =
        writes(findings, f -> !isGuarded(f.run()) || isUnguardedToo(f));
    ImmutableSet<Finding> intrudedUpon = intrudedUpon(findings);
    return findings.stream()
        .filter(f -> f.write().via().isEmpty() || !written.contains(f.write().access()))
        .filter(f -> !intrudedUpon.contains(f) && !isGuardedInVain(f, unguarded))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the updates by one thread with which others interfere that are reported for themselves.
   * Where one thread makes most updates, who comes from outside is wrong, not who is at home there.
   */
  private static ImmutableSet<Finding> intrudedUpon(List<Finding> findings) {
    ImmutableSet<Access> intruding = writes(findings, f -> !isConfined(f.run()));
    ImmutableListMultimap<Optional<VarSymbol>, Finding> atHome =
        findings.stream()
            .filter(f -> isIntrudedUpon(f, intruding))
            .collect(ImmutableListMultimap.toImmutableListMultimap(Redundancies::variable, f -> f));
    return atHome.values().stream()
        .filter(
            f ->
                atHome.get(variable(f)).size()
                    > intruding.stream()
                        .filter(a -> CompilationIndex.variableOf(a).equals(variable(f)))
                        .count())
        .collect(ImmutableSet.toImmutableSet());
  }

  private static Optional<VarSymbol> variable(Finding finding) {
    return CompilationIndex.variableOf(finding.write().access());
  }

  private static ImmutableSet<Access> writes(List<Finding> findings, Predicate<Finding> predicate) {
    return findings.stream()
        .filter(predicate)
        .map(Finding::write)
        .map(Effect::access)
        .collect(ImmutableSet.toImmutableSet());
  }

  private static boolean isIntrudedUpon(Finding finding, ImmutableSet<Access> intruding) {
    return isConfined(finding.run())
        && finding.other().filter(other -> !isConfined(other)).isPresent()
        && finding.conflicting().filter(intruding::contains).isPresent();
  }

  /**
   * Returns whether an update holds the lock of its object, and only those that are reported do
   * not.
   */
  private static boolean isGuardedInVain(Finding finding, ImmutableSet<Access> unguarded) {
    return isGuarded(finding.run())
        && finding.other().filter(other -> !isGuarded(other)).isPresent()
        && finding
            .conflicting()
            .filter(other -> other != finding.write().access() && unguarded.contains(other))
            .isPresent();
  }

  /**
   * Returns whether the same write is made with the lock of its object by some, without by others.
   */
  private static boolean isUnguardedToo(Finding finding) {
    return finding.conflicting().filter(finding.write().access()::equals).isPresent()
        && finding.other().filter(other -> !isGuarded(other)).isPresent();
  }

  /** Returns whether a lock is held that is a part of the object which the location is in. */
  private static boolean isGuarded(Context context) {
    AccessPath object = context.location().object();
    return context.locks().stream()
        .filter(HeldLock::isExclusive)
        .flatMap(lock -> lock.paths().stream())
        .anyMatch(path -> path.startsWith(object));
  }

  /** Returns whether one thread, or one executor that runs one task at a time, comes this way. */
  private static boolean isConfined(Context context) {
    return context.isTask()
        ? context.crossings().get(0).run().serial()
            || context.crossings().get(0).run().launch().stream()
                .anyMatch(launch -> launch.thread() == RunsOn.EVENT_LOOP)
        : context.entry().filter(ONE_AT_A_TIME::contains).isPresent();
  }
}
