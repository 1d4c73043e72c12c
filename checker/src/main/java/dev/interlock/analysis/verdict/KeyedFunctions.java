package dev.interlock.analysis.verdict;

import com.sun.tools.javac.code.Symbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.compound.CompoundOperation.CheckThenAct;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.sharing.LocationKinds;
import dev.interlock.analysis.sharing.Protection;
import dev.interlock.library.MethodEffect.CallsInPlace;
import java.util.Optional;

/**
 * The evidence of functions that a concurrent map of the object runs to make or change an entry: it
 * runs one at a time for each key, and as many at once as there are keys.
 */
final class KeyedFunctions implements Evidence {
  private final LocationKinds kinds;
  private final Protection protection;
  private final OpenEntries entries;

  KeyedFunctions(LocationKinds kinds, Protection protection, OpenEntries entries) {
    this.kinds = kinds;
    this.protection = protection;
    this.entries = entries;
  }

  @Override
  public Optional<Finding> of(Trial trial) {
    if (trial.kind() != LocationKind.UNSAFE_CONTENT
        && (trial.kind() != LocationKind.PLAIN || trial.operation() instanceof CheckThenAct)) {
      return Optional.empty();
    }
    return trial.contexts().stream()
        .filter(c -> entries.isOpen(c, trial.kind()) && !protection.excludesItself(c))
        .filter(c -> trial.variable().filter(v -> isRunByMap(c, v.owner)).isPresent())
        .findFirst()
        .map(c -> trial.alone(trial.kindIn(c), Witness.ENTRY, c));
  }

  /** Returns whether a map that the same class declares runs what makes the access. */
  private boolean isRunByMap(Context context, Symbol type) {
    return context.steps().stream()
        .filter(step -> !step.launches())
        .flatMap(
            step -> step.body().accesses().stream().filter(access -> isMadeAt(step.at(), access)))
        .filter(this::isUpdateByFunction)
        .flatMap(access -> CompilationIndex.variableOf(access).stream())
        .anyMatch(map -> map.owner == type);
  }

  private static boolean isMadeAt(Point point, Access access) {
    return access.through().map(Call::point).filter(point::equals).isPresent();
  }

  /** Returns whether an access computes an entry of a map that is a variable of the code's own. */
  private boolean isUpdateByFunction(Access access) {
    AccessPath map = access.location().owner();
    return access.kind() == Access.Kind.UPDATE
        && access.location().last().orElse(null) instanceof Selector.Content entry
        && !entry.index().equals(Index.WHOLE)
        && (map.isStatic() || map.root() instanceof Root.This)
        && access.through().flatMap(Call::model).stream()
            .anyMatch(model -> !model.effects(CallsInPlace.class).isEmpty())
        && kinds.of(access.location(), access.body()) == LocationKind.CONCURRENT_CONTENT;
  }
}
