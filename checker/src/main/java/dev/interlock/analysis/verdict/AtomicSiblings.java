package dev.interlock.analysis.verdict;

import com.google.common.collect.ImmutableSet;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.compound.CompoundOperation;
import dev.interlock.analysis.compound.CompoundOperation.CheckThenAct;
import dev.interlock.analysis.compound.CompoundOperation.ReadModifyWrite;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.sharing.LocationKinds;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The evidence of a method that counts in an atomic variable of its object and, in the same breath,
 * in a plain one: for the first somebody has thought of other threads.
 */
final class AtomicSiblings implements Evidence {
  private static final ImmutableSet<String> EMPTYING = ImmutableSet.of("getAndSet", "sumThenReset");

  private final LocationKinds kinds;
  private final OtherAccesses others;
  private final OpenEntries entries;

  AtomicSiblings(LocationKinds kinds, OtherAccesses others, OpenEntries entries) {
    this.kinds = kinds;
    this.others = others;
    this.entries = entries;
  }

  @Override
  public Optional<Finding> of(Trial trial) {
    return trial.kind() == LocationKind.PLAIN && concern(trial.operation())
        ? countedAlong(trial)
        : Optional.empty();
  }

  /** Returns the finding of a plain variable that is as open as the one beside it. */
  Optional<Finding> countedAlong(Trial trial) {
    return others.knownOrOwn(trial).stream()
        .filter(c -> c.locks().isEmpty() && entries.isOpen(c, trial.kind()))
        .findFirst()
        .map(c -> trial.alone(trial.kindIn(c), Witness.SIBLING, c));
  }

  /**
   * Returns whether a number of the object is counted whenever a variable that is declared for
   * threads is updated, in a way that loses updates of those.
   */
  boolean goAlong(CompoundOperation operation, Finding found) {
    return operation instanceof ReadModifyWrite update
        && found.witness() == Witness.DECLARATION
        && found.write().via().isEmpty()
        && update.throughout().isEmpty()
        && update.write().via().isEmpty()
        && update.read().via().isEmpty()
        && isOwn(update.location())
        && isBeside(found.write().location(), update.location())
        && update.write().at().isUnderConditionsOf(found.write().at());
  }

  /** Returns whether an operation is made beside one on an atomic variable of the same object. */
  boolean concern(CompoundOperation operation) {
    return operation.throughout().isEmpty()
        && operation.write().via().isEmpty()
        && isOwn(operation.location())
        && (operation instanceof ReadModifyWrite update
            ? update.read().via().isEmpty() && countsAtomically(update)
            : operation instanceof CheckThenAct check && resetsAtomically(check));
  }

  /**
   * Returns whether a number that is found to be too low, or too high, is set together with an
   * atomic variable: as when a period is over, and what it allowed is allowed anew.
   */
  private boolean resetsAtomically(CheckThenAct check) {
    Condition decides = check.write().at().control();
    return decides != null
        && decides.isOrder()
        && check.read().via().isEmpty()
        && check.location().variable().filter(v -> v.type.isNumeric()).isPresent()
        && atomicBeside(check, access -> access.kind() == Access.Kind.WRITE)
            .anyMatch(reset -> reset.point().isUnder(decides));
  }

  private Stream<Access> atomicBeside(CompoundOperation operation, Predicate<Access> wanted) {
    Body body = operation.body();
    return body.accesses().stream()
        .filter(wanted)
        .filter(access -> access.location().selectors().size() == 2)
        .filter(access -> isBeside(access.location(), operation.location()))
        .filter(access -> kinds.of(access.location(), body) == LocationKind.ATOMIC);
  }

  /** Returns whether a location is a number of the object or the class, or in an array of it. */
  private static boolean isOwn(AccessPath location) {
    AccessPath variable =
        location.last().orElse(null) instanceof Selector.Element ? location.owner() : location;
    return variable.isStatic()
        ? variable.selectors().size() == 1
        : variable.root() instanceof Root.This
            && variable.owner().selectors().stream().allMatch(Selector.Outer.class::isInstance)
            && variable.last().orElse(null) instanceof Selector.Field;
  }

  private static boolean isBeside(AccessPath atomic, AccessPath plain) {
    return plain.isStatic() ? atomic.isStatic() : atomic.root() instanceof Root.This;
  }

  /** Returns whether an atomic variable is counted up or down whenever the plain one is updated. */
  private boolean countsAtomically(ReadModifyWrite update) {
    return atomicBeside(
            update,
            access ->
                access.kind() == Access.Kind.UPDATE
                    && !access.isConditional()
                    && !isEmptied(access))
        .anyMatch(access -> update.write().at().isUnderConditionsOf(access.point()));
  }

  /** Who takes all that others have counted is mostly alone in doing so. */
  private static boolean isEmptied(Access access) {
    return access.method().filter(m -> EMPTYING.contains(m.getSimpleName().toString())).isPresent();
  }
}
