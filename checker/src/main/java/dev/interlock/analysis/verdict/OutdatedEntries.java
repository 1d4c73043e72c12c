package dev.interlock.analysis.verdict;

import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.compound.CompoundFinder;
import dev.interlock.analysis.compound.CompoundOperation;
import dev.interlock.analysis.compound.CompoundOperation.CheckThenAct;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.compound.EffectSummary;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.sharing.LocationKinds;
import dev.interlock.library.MethodEffect.Accesses;
import dev.interlock.library.MethodEffect.Stores;
import dev.interlock.library.Operand;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Entries that a loop over a map looks at and then removes by their keys, whatever has been put
 * there meanwhile: {@code if (entry.getValue() < limit) map.remove(entry.getKey())}.
 */
final class OutdatedEntries {
  private final LocationKinds kinds;

  OutdatedEntries(LocationKinds kinds) {
    this.kinds = kinds;
  }

  /**
   * Returns the removals of {@code body} itself, out of concurrent maps, by the key of an entry
   * that was looked at.
   */
  List<CompoundOperation> removalsOf(Body body, EffectSummary summary) {
    return summary.effects().stream()
        .filter(effect -> effect.access().isWrite() && effect.via().isEmpty())
        .filter(effect -> !effect.access().isConditional())
        .flatMap(removal -> look(removal).map(look -> operation(body, look, removal)).stream())
        .filter(o -> kinds.of(o.location(), body) == LocationKind.CONCURRENT_CONTENT)
        .toList();
  }

  private static CompoundOperation operation(Body body, Effect look, Effect removal) {
    return new CheckThenAct(body, look, removal, CompoundFinder.throughout(look, removal));
  }

  /** Returns the look at the entry by whose key an element is removed. */
  private static Optional<Effect> look(Effect removal) {
    return keyOf(removal)
        .flatMap(OutdatedEntries::entryOf)
        .filter(entry -> entry.startsWith(removal.location().owner()))
        .flatMap(
            entry ->
                removal.control().reads().stream()
                    .filter(read -> read.via().isEmpty())
                    .filter(read -> isOf(entry, read.location()))
                    .findFirst());
  }

  /** An entry is looked at for its value, or at what its value holds. */
  private static boolean isOf(AccessPath entry, AccessPath looked) {
    return looked.equals(entry) || looked.owner().equals(entry);
  }

  /** Returns the key of a removal that does not go by its result. */
  private static Optional<Value> keyOf(Effect removal) {
    Call call = removal.access().through().orElse(null);
    if (call == null || call.isResultUsed() || call.model().isEmpty()) {
      return Optional.empty();
    }
    OptionalInt key =
        call.model()
            .flatMap(model -> model.effect(Accesses.class))
            .map(Accesses::key)
            .orElse(OptionalInt.empty());
    boolean stores = call.model().flatMap(model -> model.effect(Stores.class)).isPresent();
    return key.isPresent() && !stores
        ? Optional.of(call.operand(new Operand(key.getAsInt())))
        : Optional.empty();
  }

  /** Returns the entry that a key was asked of. */
  private static Optional<AccessPath> entryOf(Value key) {
    return key.paths().size() == 1
        ? Optional.of(key.paths().iterator().next().owner())
        : Optional.empty();
  }
}
