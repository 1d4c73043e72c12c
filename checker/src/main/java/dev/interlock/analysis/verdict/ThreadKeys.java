package dev.interlock.analysis.verdict;

import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.compound.CompoundOperation;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.sharing.Protection;
import java.util.Optional;

/**
 * The evidence of a key: nobody keeps an entry for the current thread in a container that one
 * thread alone uses.
 */
final class ThreadKeys implements Evidence {
  private final Protection protection;
  private final OpenEntries entries;

  ThreadKeys(Protection protection, OpenEntries entries) {
    this.protection = protection;
    this.entries = entries;
  }

  @Override
  public Optional<Finding> of(Trial trial) {
    return concern(trial.operation(), trial.kind())
        ? trial.contexts().stream()
            .filter(c -> entries.isOpen(c, trial.kind()) || entries.isPassed(c, trial.kind()))
            .filter(c -> hasNoLock(c) && !protection.excludesItself(c))
            .findFirst()
            .map(c -> trial.alone(trial.kindIn(c), Witness.KEY, c))
        : Optional.empty();
  }

  private static boolean hasNoLock(Context context) {
    return context.locks().stream().allMatch(LockingEvidence::isClaim);
  }

  /** Returns whether an operation changes the entry of the current thread in a plain container. */
  boolean concern(CompoundOperation operation, LocationKind kind) {
    return kind == LocationKind.UNSAFE_CONTENT
        && operation.throughout().isEmpty()
        && operation.write().access().location().last().orElse(null)
            instanceof Selector.Content content
        && content.index().origin().stream().anyMatch(ThreadKeys::isCurrentThread);
  }

  /** The thread itself may be the key, or its number or name. */
  private static boolean isCurrentThread(Dependency dependency) {
    return dependency instanceof Dependency.OnResult result
        && result.call().method().owner.getQualifiedName().contentEquals("java.lang.Thread")
        && (result.call().method().getSimpleName().contentEquals("currentThread")
            || result.call().receiver().dependencies().stream()
                .anyMatch(ThreadKeys::isCurrentThread));
  }
}
