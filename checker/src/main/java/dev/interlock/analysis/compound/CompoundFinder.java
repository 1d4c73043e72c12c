package dev.interlock.analysis.compound;

import com.google.common.collect.ImmutableSet;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.compound.CompoundOperation.CheckThenAct;
import dev.interlock.analysis.compound.CompoundOperation.Mutation;
import dev.interlock.analysis.compound.CompoundOperation.ReadModifyWrite;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.library.MethodEffect.Accesses;
import dev.interlock.library.MethodEffect.CallsInPlace;
import dev.interlock.library.MethodEffect.Returns;
import dev.interlock.library.MethodEffect.Stores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the compound operations of a body among its effects. */
public final class CompoundFinder {
  private CompoundFinder() {}

  /** Returns the compound operations that {@code body} itself puts together, in source order. */
  public static List<CompoundOperation> operationsOf(Body body, EffectSummary summary) {
    List<CompoundOperation> found = new ArrayList<>();
    for (Effect effect : summary.effects()) {
      if (effect.access().isWrite() && !(effect.location().root() instanceof Root.Result)) {
        Optional<CompoundOperation> operation = operation(body, effect, summary);
        operation.ifPresent(found::add);
        if (operation.isEmpty() && effect.via().isEmpty() && isContent(effect.location())) {
          found.add(new Mutation(body, effect, effect.locks()));
        }
      }
    }
    return found;
  }

  private static Optional<CompoundOperation> operation(
      Body body, Effect write, EffectSummary summary) {
    if (write.access().isConditional()) {
      return Optional.empty();
    }
    Optional<Effect> computedFrom = latest(write, write.data(), summary);
    Optional<Effect> decidedBy = latest(write, write.control(), summary);
    if (decidedBy.isPresent() && isRechecked(write, decidedBy.get(), computedFrom)) {
      return Optional.of(
          new CheckThenAct(body, decidedBy.get(), write, throughout(decidedBy.get(), write)));
    }
    if (computedFrom.isPresent()) {
      return Optional.of(
          new ReadModifyWrite(
              body, computedFrom.get(), write, throughout(computedFrom.get(), write)));
    }
    return decidedBy
        .filter(read -> write.via().isEmpty() || !write.isSelfContained())
        .filter(read -> !isHarmless(read, write) && !isProtocol(read, write, body))
        .filter(read -> !isTested(write))
        .map(read -> new CheckThenAct(body, read, write, throughout(read, write)));
  }

  /** Returns whether a write depends on a read of its own, made in one critical section with it. */
  static boolean isSelfContained(Effect write) {
    return write.access().isConditional()
        || ownReads(write).anyMatch(read -> !throughout(read, write).isEmpty());
  }

  /** Returns whether a write depends on a read of its own location. */
  static boolean readsItself(Effect write) {
    return write.access().isWrite() && ownReads(write).findAny().isPresent();
  }

  private static Stream<Effect> ownReads(Effect write) {
    return Stream.of(write.data(), write.control())
        .flatMap(sources -> sources.reads().stream())
        .filter(read -> read != write && sameLocation(read.location(), write.location()));
  }

  /**
   * A decision over the state of another object, made and acted upon through its methods, is that
   * object's protocol; but to look up an element and then store it is not.
   */
  private static boolean isProtocol(Effect read, Effect write, Body body) {
    boolean foreign =
        read.via().isPresent()
            && write.via().isPresent()
            && write.access().body().enclosingClass() != body.enclosingClass();
    return foreign && !isKeyed(write.location());
  }

  private static boolean isKeyed(AccessPath location) {
    return location.last().orElse(null) instanceof Selector.Content content
        && !content.index().equals(Index.WHOLE);
  }

  /**
   * Calls that look at the element again themselves, and removals that a look at the whole
   * container decides about, do no harm when they come late.
   */
  private static boolean isHarmless(Effect read, Effect write) {
    if (!(read.location().last().orElse(null) instanceof Selector.Content looked)
        || !(write.location().last().orElse(null) instanceof Selector.Content changed)) {
      return false;
    }
    if (changed.index().equals(Index.WHOLE)) {
      return isExchange(write);
    }
    boolean update = write.access().kind() == Access.Kind.UPDATE;
    boolean stores =
        write.access().through().stream()
            .flatMap(call -> call.model().stream())
            .anyMatch(model -> model.effect(Stores.class).isPresent());
    return looked.index().equals(Index.WHOLE)
        ? !stores || isRecheck(write)
        : update && (!stores || isRecheck(write));
  }

  /** A look at what an update in one step has found or made makes up for an earlier look. */
  private static boolean isTested(Effect write) {
    if (write.access().kind() != Access.Kind.UPDATE || write.access().through().isEmpty()) {
      return false;
    }
    Body body = write.access().body();
    Dependency found = new Dependency.OnRead(write.access());
    return Stream.concat(
            body.accesses().stream().map(Access::point), body.calls().stream().map(Call::point))
        .anyMatch(point -> point.controlDependencies().contains(found));
  }

  /** {@code getAndSet} tells what was there by then; only sums go wrong on a late check. */
  private static boolean isExchange(Effect write) {
    return write.access().kind() == Access.Kind.UPDATE
        && write.access().through().stream()
            .flatMap(call -> call.model().stream())
            .anyMatch(
                model ->
                    model.effect(Accesses.class).filter(a -> a.value().isPresent()).isPresent()
                        && model.effect(Returns.class).isPresent());
  }

  /** {@code compute} and the like give the function what is there by then. */
  private static boolean isRecheck(Effect write) {
    return write.access().through().stream()
        .flatMap(call -> call.model().stream())
        .flatMap(model -> model.effects(CallsInPlace.class))
        .anyMatch(CallsInPlace::atomic);
  }

  /** A check under the lock of the write makes up for an earlier read outside of it. */
  private static boolean isRechecked(Effect write, Effect check, Optional<Effect> computedFrom) {
    return computedFrom.isPresent()
        && computedFrom.get() != check
        && throughout(computedFrom.get(), write).isEmpty()
        && !throughout(check, write).isEmpty();
  }

  /**
   * Returns the read of the same location that comes last before the write; the best locked one.
   */
  private static Optional<Effect> latest(Effect write, Sources sources, EffectSummary summary) {
    return sources.reads().stream()
        .filter(read -> read != write && !read.access().isConditional())
        .filter(read -> !isTaken(read, write) && !isValidated(read, summary))
        .filter(read -> !isClaim(read, write, summary))
        .filter(read -> read.via().isEmpty() || !read.via().equals(write.via()))
        .filter(read -> sameLocation(read, write))
        .max(
            Comparator.<Effect>comparingInt(read -> throughout(read, write).size())
                .thenComparingInt(read -> read.at().order()));
  }

  /** What one step took out, or counted, belongs to the thread that did so; giving back is fine. */
  private static boolean isTaken(Effect read, Effect write) {
    return read.access().kind() == Access.Kind.UPDATE
        && read.access().through().isPresent()
        && (write.access().kind() == Access.Kind.UPDATE
            || !read.location().equals(write.location()));
  }

  /** A compare-and-set that depends on the read fails if the value has changed since. */
  private static boolean isValidated(Effect read, EffectSummary summary) {
    return summary.effects().stream()
        .anyMatch(
            effect ->
                effect.access().isConditional()
                    && sameLocation(effect.location(), read.location())
                    && (effect.data().reads().contains(read)
                        || effect.control().reads().contains(read)));
  }

  /**
   * Who finds a mark unset and sets it, under one lock, is alone until it is taken back: what the
   * same read decides about later is the claimant's.
   */
  private static boolean isClaim(Effect read, Effect write, EffectSummary summary) {
    return throughout(read, write).isEmpty()
        && summary.effects().stream()
            .anyMatch(
                mark ->
                    mark != write
                        && mark.via().isEmpty()
                        && mark.access().kind() == Access.Kind.WRITE
                        && mark.control().reads().contains(read)
                        && mark.data().reads().isEmpty()
                        && sameLocation(read.location(), mark.location())
                        && !throughout(read, mark).isEmpty());
  }

  /** Returns the locks that both effects hold in the same critical section. */
  static ImmutableSet<HeldLock> throughout(Effect read, Effect write) {
    return write.locks().stream()
        .filter(lock -> write.locks().stream().anyMatch(l -> isUnbroken(l, lock, read)))
        .collect(ImmutableSet.toImmutableSet());
  }

  /** A shared lock may be upgraded on the way without being released. */
  private static boolean isUnbroken(HeldLock kept, HeldLock lock, Effect read) {
    return kept.paths().equals(lock.paths())
        && read.locks().stream().anyMatch(l -> l.section() == kept.section());
  }

  /** Keys that two methods call by different names are the same if they come from one variable. */
  private static boolean sameLocation(Effect read, Effect write) {
    if (read.via().isEmpty() && write.via().isEmpty()) {
      return sameLocation(read.location(), write.location());
    }
    return sameLocation(read.location(), write.location())
        || (isKeyed(read.location())
            && isKeyed(write.location())
            && read.location().owner().equals(write.location().owner())
            && KeyOrigins.shareVariable(read.location(), write.location()));
  }

  /**
   * Returns whether two paths of one body name the same location, or elements that may be the same.
   */
  static boolean sameLocation(AccessPath a, AccessPath b) {
    if (!a.root().equals(b.root()) || a.selectors().size() != b.selectors().size()) {
      return false;
    }
    for (int i = 0; i < a.selectors().size(); i++) {
      if (!overlaps(a.selectors().get(i), b.selectors().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean overlaps(Selector a, Selector b) {
    if (a instanceof Selector.Element x && b instanceof Selector.Element y) {
      return x.index().overlaps(y.index());
    }
    if (a instanceof Selector.Content x && b instanceof Selector.Content y) {
      return x.index().overlaps(y.index());
    }
    return a.equals(b);
  }

  private static boolean isContent(AccessPath location) {
    return location.last().orElse(null) instanceof Selector.Content;
  }
}
