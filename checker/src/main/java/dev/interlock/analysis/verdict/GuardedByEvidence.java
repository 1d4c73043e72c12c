package dev.interlock.analysis.verdict;

import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.Home;
import java.util.Optional;

/** The evidence of {@code @GuardedBy}: the declaration names the lock that an update must hold. */
final class GuardedByEvidence implements Evidence {
  private final DeclaredGuards guards;
  private final OpenEntries entries;

  GuardedByEvidence(DeclaredGuards guards, OpenEntries entries) {
    this.guards = guards;
    this.entries = entries;
  }

  @Override
  public Optional<Finding> of(Trial trial) {
    return trial.contexts().stream()
        .filter(c -> c.home() != Home.LOCAL || c.isTask())
        .filter(c -> c.isTask() || entries.isOpen(c, trial.kind()))
        .filter(guards::isLacking)
        .findFirst()
        .map(c -> trial.alone(kindOf(trial, c), Witness.DECLARATION, c));
  }

  private static FindingKind kindOf(Trial trial, Context context) {
    return context.locks().isEmpty() ? trial.kindIn(context) : FindingKind.INCONSISTENT_LOCKING;
  }
}
