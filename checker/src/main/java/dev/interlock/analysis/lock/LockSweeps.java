package dev.interlock.analysis.lock;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.Tree;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Point.Loop;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.lock.LockOperation.Action;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Loops that take all locks of many, and later ones that give them all back: {@code for (Stripe s :
 * stripes) s.lock();}. What comes in between holds each of them, whichever an element needs.
 */
final class LockSweeps {
  /** Nothing is taken in loops. */
  static final LockSweeps NONE = new LockSweeps(ImmutableList.of());

  private final ImmutableList<Sweep> sweeps;

  /** A call that takes the locks in a loop, and one that gives them back in another. */
  private record Sweep(Call acquire, Call release) {
    boolean isAround(Point point) {
      return point.order() > acquire.point().order()
          && point.order() < release.point().order()
          && !point.isInside(loopOf(acquire))
          && !point.isInside(loopOf(release));
    }
  }

  private LockSweeps(ImmutableList<Sweep> sweeps) {
    this.sweeps = sweeps;
  }

  static LockSweeps of(Body body, ImmutableMap<Tree, LockOperation> operations) {
    ImmutableList.Builder<Sweep> sweeps = ImmutableList.builder();
    for (Call call : body.calls()) {
      if (isAllOfLoop(call, Action.ACQUIRE, operations)) {
        releaseAfter(call, operations).ifPresent(end -> sweeps.add(new Sweep(call, end)));
      }
    }
    return new LockSweeps(sweeps.build());
  }

  /**
   * Returns what a body such as {@code lockAll()} does to all locks of many and leaves to its
   * callers to undo; empty if it does anything else to locks.
   */
  static Optional<Action> left(Body body, ImmutableMap<Tree, LockOperation> operations) {
    List<Call> calls =
        body.calls().stream().filter(call -> operations.containsKey(call.tree())).toList();
    return calls.size() == 1 && isOneOfMany(calls.get(0))
        ? Stream.of(Action.ACQUIRE, Action.RELEASE)
            .filter(action -> isAllOfLoop(calls.get(0), action, operations))
            .findFirst()
        : Optional.empty();
  }

  /** A lock that is tried again in each turn of a loop is the same one. */
  private static boolean isOneOfMany(Call call) {
    return call.receiver().paths().stream()
        .flatMap(path -> path.selectors().stream())
        .anyMatch(step -> step instanceof Selector.Element || step instanceof Selector.Content);
  }

  /** Returns the locks, none of them by name, that are held at a point because all are. */
  ImmutableSet<HeldLock> at(Point point) {
    return sweeps.stream()
        .filter(sweep -> sweep.isAround(point))
        .map(sweep -> new HeldLock(ImmutableSet.of(), LockMode.EXCLUSIVE, sweep.acquire().tree()))
        .collect(ImmutableSet.toImmutableSet());
  }

  private static Optional<Call> releaseAfter(
      Call acquire, ImmutableMap<Tree, LockOperation> operations) {
    return acquire.body().calls().stream()
        .filter(call -> call.point().order() > acquire.point().order())
        .filter(call -> isAllOfLoop(call, Action.RELEASE, operations))
        .filter(call -> !call.point().isInside(loopOf(acquire)))
        .filter(call -> !acquire.point().isInside(loopOf(call)))
        .findFirst();
  }

  /**
   * Returns whether a call does the same to an exclusive lock in each turn of a loop, which does
   * nothing else to locks.
   */
  private static boolean isAllOfLoop(
      Call call, Action action, ImmutableMap<Tree, LockOperation> operations) {
    LockOperation operation = operations.get(call.tree());
    return operation != null
        && operation.action() == action
        && operation.mode() == LockMode.EXCLUSIVE
        && call.point().loop() != null
        && call.body().calls().stream()
            .filter(other -> other != call && operations.containsKey(other.tree()))
            .noneMatch(other -> other.point().isInside(loopOf(call)));
  }

  private static Tree loopOf(Call call) {
    Loop loop = call.point().loop();
    return loop == null ? call.tree() : loop.tree();
  }
}
