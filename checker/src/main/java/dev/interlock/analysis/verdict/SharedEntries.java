package dev.interlock.analysis.verdict;

import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.compound.CompoundOperation.ReadModifyWrite;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.sharing.LocationKinds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The evidence of objects that come out of a concurrent container, or of one that is used under
 * locks alone: whoever looks there finds the same one, so that its plain collections and counters
 * are as shared as the container is.
 */
final class SharedEntries implements Evidence {
  private final LocationKinds kinds;
  private final CompilationIndex index;
  private final OtherAccesses others;
  private final OpenEntries entries;
  private final Map<VarSymbol, Boolean> guarded = new HashMap<>();

  SharedEntries(
      LocationKinds kinds, CompilationIndex index, OtherAccesses others, OpenEntries entries) {
    this.kinds = kinds;
    this.index = index;
    this.others = others;
    this.entries = entries;
  }

  @Override
  public Optional<Finding> of(Trial trial) {
    if (!isCounted(trial) || trial.contexts().stream().anyMatch(c -> !c.locks().isEmpty())) {
      return Optional.empty(); // where some callers lock, it is for the others to do so
    }
    return trial.contexts().stream()
        .filter(c -> entries.isOpen(c, trial.kind()))
        .filter(c -> isOutOfContainer(c, trial))
        .findFirst()
        .map(c -> trial.alone(trial.kindIn(c), Witness.ENTRY, c));
  }

  private static boolean isCollectionOrNumber(Trial trial) {
    return trial.kind() == LocationKind.UNSAFE_CONTENT
        || trial.variable().filter(counter -> counter.type.isNumeric()).isPresent();
  }

  /** Returns whether a collection is used under locks alone, by whoever comes. */
  private boolean isGuarded(VarSymbol container) {
    return guarded.computeIfAbsent(
        container,
        variable -> {
          List<Access> uses =
              index.accessesOf(variable).stream()
                  .filter(access -> !access.body().isInitialization())
                  .filter(
                      access -> access.location().last().orElse(null) instanceof Selector.Content)
                  .toList();
          return uses.stream().anyMatch(Access::isWrite)
              && uses.stream().allMatch(others::locksItself);
        });
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
  private boolean isOutOfContainer(Context context, Trial trial) {
    for (AccessPath path = context.location().owner();
        !path.selectors().isEmpty();
        path = path.owner()) {
      if (path.last().orElseThrow() instanceof Selector.Content entry
          && entry.index().isChosen()
          && !holdsAnything(path.owner())
          && (kinds.of(path, context.top()) == LocationKind.CONCURRENT_CONTENT
              || (isCollectionOrNumber(trial)
                  && path.owner().variable().filter(this::isGuarded).isPresent()))) {
        return true;
      }
    }
    return false;
  }
}
