package dev.interlock.analysis.verdict;

import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.compound.CompoundOperation.ReadModifyWrite;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.sharing.LocationKinds;
import java.util.Optional;

/**
 * The evidence of objects that come out of a concurrent container: whoever looks there finds the
 * same one, so that its plain collections and counters are as shared as the container is.
 */
final class SharedEntries implements Evidence {
  private final LocationKinds kinds;
  private final OpenEntries entries;

  SharedEntries(LocationKinds kinds, OpenEntries entries) {
    this.kinds = kinds;
    this.entries = entries;
  }

  @Override
  public Optional<Finding> of(Trial trial) {
    if (!isCounted(trial) || trial.contexts().stream().anyMatch(c -> !c.locks().isEmpty())) {
      return Optional.empty(); // where some callers lock, it is for the others to do so
    }
    return trial.contexts().stream()
        .filter(c -> entries.isOpen(c, trial.kind()))
        .filter(this::isOutOfContainer)
        .findFirst()
        .map(c -> trial.alone(trial.kindIn(c), Witness.ENTRY, c));
  }

  /** A map of everything is where each one keeps what is its own. */
  private static boolean holdsAnything(AccessPath container) {
    return container
        .variable()
        .map(variable -> variable.type.getTypeArguments())
        .filter(types -> !types.isEmpty())
        .filter(types -> types.last().tsym.getQualifiedName().contentEquals("java.lang.Object"))
        .isPresent();
  }

  /** What is merely tested and set may be so by the one who keeps the object. */
  private static boolean isCounted(Trial trial) {
    return trial.kind() == LocationKind.UNSAFE_CONTENT
        || (trial.kind() == LocationKind.PLAIN && trial.operation() instanceof ReadModifyWrite);
  }

  /** Returns whether the way to the location leads through an entry that the code asks for. */
  private boolean isOutOfContainer(Context context) {
    for (AccessPath path = context.location().owner();
        !path.selectors().isEmpty();
        path = path.owner()) {
      if (path.last().orElseThrow() instanceof Selector.Content entry
          && entry.index().isChosen()
          && !holdsAnything(path.owner())
          && kinds.of(path, context.top()) == LocationKind.CONCURRENT_CONTENT) {
        return true;
      }
    }
    return false;
  }
}
