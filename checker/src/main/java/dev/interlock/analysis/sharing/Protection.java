package dev.interlock.analysis.sharing;

import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.FieldOrigins;
import dev.interlock.analysis.callgraph.FieldOrigins.Origin;
import dev.interlock.analysis.callgraph.Getters;
import dev.interlock.analysis.lock.HeldLock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Decides whether locks keep two accesses apart. A lock does so only if both accesses take the same
 * lock object; where names cannot tell, it is believed to.
 */
public final class Protection {
  private final Getters getters;
  private final FieldOrigins origins;
  private final SharedParts sharing;
  private final SettledFields settled;

  public Protection(
      Getters getters, FieldOrigins origins, SharedParts sharing, SettledFields settled) {
    this.getters = getters;
    this.origins = origins;
    this.sharing = sharing;
    this.settled = settled;
  }

  /** Returns whether a lock held in {@code context} is the same one in every run of the context. */
  public boolean excludesItself(Context context) {
    return context.locks().stream()
        .anyMatch(lock -> excludesItself(lock, context) || takesSeveral(lock, context));
  }

  /**
   * Returns whether a lock held in {@code context} is the same one whichever call of the outermost
   * method has led there: it is not one that this method has made.
   */
  public boolean excludesOtherCalls(Context context) {
    return context.locks().stream()
        .filter(lock -> excludesItself(lock, context) || takesSeveral(lock, context))
        .anyMatch(
            lock ->
                lock.paths().isEmpty()
                    || lock.paths().stream().anyMatch(path -> !isMadeBy(context.top(), path)));
  }

  private static boolean isMadeBy(Body body, AccessPath path) {
    return path.root() instanceof Root.Fresh made && made.allocation().body() == body;
  }

  private boolean excludesItself(HeldLock lock, Context context) {
    return lock.isExclusive()
        && (lock.paths().isEmpty()
            || lock.paths().stream().anyMatch(path -> isFixedBy(path, context)));
  }

  /** Returns whether two contexts of one location hold a lock in common. */
  public boolean excludeEachOther(Context a, Context b) {
    for (HeldLock one : a.locks()) {
      for (HeldLock other : b.locks()) {
        if ((one.isExclusive() || other.isExclusive())
            && (same(one, other, a, b) || areOfOneFamily(one, other, a, b))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Returns whether two locks are out of one array or map, of which one of the threads takes
   * several: who locks both the lesser and the greater one has those of all that it changes.
   */
  private static boolean areOfOneFamily(HeldLock one, HeldLock other, Context a, Context b) {
    return families(one).anyMatch(f -> families(other).anyMatch(f::equals))
        && (takesSeveral(one, a) || takesSeveral(other, b));
  }

  private static boolean takesSeveral(HeldLock lock, Context context) {
    return context.locks().stream()
        .anyMatch(
            more ->
                !more.equals(lock)
                    && families(more).anyMatch(f -> families(lock).anyMatch(f::equals)));
  }

  /** Returns the arrays and maps that a lock may be out of. */
  private static Stream<AccessPath> families(HeldLock lock) {
    return lock.paths().stream()
        .map(HeldLock::objectOf)
        .filter(
            path ->
                path.last().orElse(null) instanceof Selector.Element
                    || path.last().orElse(null) instanceof Selector.Content)
        .map(AccessPath::owner);
  }

  private boolean same(HeldLock one, HeldLock other, Context a, Context b) {
    if (one.paths().isEmpty() || other.paths().isEmpty()) {
      return true;
    }
    return one.paths().stream()
        .anyMatch(
            path ->
                other.paths().stream().anyMatch(p -> sameLock(path, p) || sameOwner(path, a, p, b))
                    && isFixedBy(path, a));
  }

  /** Returns whether each lock belongs, by the same name, to the object that the location is in. */
  private static boolean sameOwner(AccessPath lock, Context a, AccessPath other, Context b) {
    int steps = lock.commonSteps(a.location());
    int otherSteps = other.commonSteps(b.location());
    return steps > 0
        && otherSteps > 0
        && a.location().selectors().size() - steps == b.location().selectors().size() - otherSteps
        && skip(lock, steps).equals(skip(other, otherSteps));
  }

  private static List<Selector> skip(AccessPath path, int steps) {
    return path.selectors().subList(steps, path.selectors().size());
  }

  private static boolean sameLock(AccessPath a, AccessPath b) {
    if (a.root() instanceof Root.Result r && b.root() instanceof Root.Result s) {
      return r.call().method() == s.call().method();
    }
    return a.shape().equals(b.shape());
  }

  /**
   * Returns whether all runs that reach the location of {@code context} mean one lock by a path.
   */
  private boolean isFixedBy(AccessPath lock, Context context) {
    AccessPath location = context.location();
    if (isReplaced(lock, location) || !coversElement(lock, location)) {
      return false;
    }
    Root root = lock.root();
    if (!root.equals(location.root()) && getters.isTakenOut(HeldLock.objectOf(lock))) {
      return false; // each thread locks the one that it has taken
    }
    if (root instanceof Root.ClassObject
        || root instanceof Root.Shared
        || root instanceof Root.Result
        || lock.isStatic()) {
      return true;
    }
    if (root.equals(location.root())) {
      return !isShared(location, HeldLock.objectOf(lock));
    }
    if (root instanceof Root.Fresh fresh) {
      return isMadeOutsideOfTask(fresh.allocation().body(), context)
          && context.steps().stream().noneMatch(step -> LoopNesting.madeAnew(step.at(), lock))
          && !isMadeByRepeated(fresh.allocation().body(), context)
          && !LoopNesting.isOneOfMany(fresh.allocation(), location);
    }
    if (root instanceof Root.Variable) {
      return false;
    }
    // The lock hangs off `this`: one lock for all of the objects that this one works on.
    return !location.isStatic() || sharing.isSingleton(context.top().enclosingClass());
  }

  /** Returns whether a body that launches a task once is itself run again and again. */
  private static boolean isMadeByRepeated(Body maker, Context context) {
    return context.crossings().stream()
        .filter(crossing -> crossing.body() == maker)
        .anyMatch(crossing -> crossing.repeated() && !isInLoop(crossing));
  }

  /** Returns whether the body hands over several tasks by itself, be it by way of a collection. */
  private static boolean isInLoop(Crossing crossing) {
    return crossing.at().loop() != null || crossing.run().handover().loop() != null;
  }

  /** Returns whether a body launches a task on the way, or runs the code that does. */
  private static boolean isMadeOutsideOfTask(Body maker, Context context) {
    return context.steps().stream()
        .dropWhile(step -> !step.launches())
        .anyMatch(step -> step.body() == maker);
  }

  /**
   * One lock out of many guards only what is chosen by the same index, or the object that it was
   * chosen by: {@code locks[i]} guards {@code data[i]}, and {@code locks.get(account.id)} the
   * account, not a field that all have in common.
   */
  private static boolean coversElement(AccessPath lock, AccessPath location) {
    return LoopNesting.indices(HeldLock.objectOf(lock))
        .filter(index -> !index.origin().isEmpty())
        .allMatch(
            index ->
                isChosenByOwner(index, location)
                    || LoopNesting.indices(location)
                        .anyMatch(other -> haveOriginInCommon(index, other)));
  }

  /** Returns whether an index is what never changes about an object that the location is in. */
  private static boolean isChosenByOwner(Index index, AccessPath location) {
    return index.value().paths().stream()
        .anyMatch(
            key ->
                key.last().orElse(null) instanceof Selector.Field field
                    && field.symbol().getModifiers().contains(Modifier.FINAL)
                    && location.selectors().size() > key.owner().selectors().size()
                    && location.startsWith(key.owner()));
  }

  private static boolean haveOriginInCommon(Index one, Index other) {
    Set<Dependency> origins = Dependency.withOperands(one.origin());
    return Dependency.withOperands(other.origin()).stream().anyMatch(origins::contains);
  }

  /**
   * Returns whether objects with locks of their own may share the location: it hangs off an object
   * that they were given, the lock does not.
   */
  private boolean isShared(AccessPath location, AccessPath lock) {
    int common = lock.commonSteps(location);
    List<Selector> way =
        location.selectors().subList(common, Math.max(common, location.selectors().size() - 1));
    return way.stream().anyMatch(this::isGivenToSeveral)
        && lock.selectors().stream().skip(common).noneMatch(this::isInjected);
  }

  private boolean isGivenToSeveral(Selector selector) {
    return selector instanceof Selector.Field field && sharing.isGivenToSeveral(field.symbol());
  }

  private boolean isInjected(Selector selector) {
    return selector instanceof Selector.Field field
        && origins.of(field.symbol()) instanceof Origin.Injected;
  }

  /**
   * Returns whether the variable that names the lock is given another object now and then, so that
   * two runs that reach the same location may hold different ones. What hangs off the lock itself
   * is another location when the lock is another one, but not the variable that names it. A lock
   * that is chosen while the object is configured is one lock for all that use the object.
   */
  private boolean isReplaced(AccessPath lock, AccessPath location) {
    AccessPath object = HeldLock.objectOf(lock);
    return (object.equals(location) || object.selectors().size() > object.commonSteps(location))
        && object.last().orElse(null) instanceof Selector.Field field
        && !field.symbol().type.isPrimitive()
        && !settled.isSettled(field.symbol());
  }
}
