package dev.interlock.analysis.sharing;

import com.google.common.collect.ImmutableSet;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.lock.HeldLock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts locks into the terms into which the location that they are held for is put: an object on the
 * way to the location keeps its place there, whatever it is called.
 */
final class LockNames {
  private LockNames() {}

  /** Returns locks as they are called where {@code before} is called {@code after}. */
  static ImmutableSet<HeldLock> follow(
      ImmutableSet<HeldLock> locks, AccessPath before, AccessPath after) {
    return before.equals(after) ? locks : follow(locks, before, after, ImmutableSet::of);
  }

  /**
   * Returns locks as they are called where {@code before} is called {@code after}. A lock that a
   * body made itself is the same object everywhere; others may be nameless.
   *
   * @param others puts paths into the other terms that do not go the way of the location
   */
  static ImmutableSet<HeldLock> follow(
      Collection<HeldLock> locks,
      AccessPath before,
      AccessPath after,
      Function<AccessPath, ImmutableSet<AccessPath>> others) {
    ImmutableSet.Builder<HeldLock> renamed = ImmutableSet.builder();
    for (HeldLock lock : locks) {
      renamed.add(
          follow(
              lock,
              path ->
                  beside(path, before, after)
                      .map(ImmutableSet::of)
                      .orElseGet(() -> others.apply(path))));
    }
    return renamed.build();
  }

  /**
   * Returns a lock, by one of its names, as it is called where {@code before} is called {@code
   * after}.
   */
  static AccessPath follow(AccessPath lock, AccessPath before, AccessPath after) {
    return before.equals(after) ? lock : beside(lock, before, after).orElse(lock);
  }

  private static HeldLock follow(
      HeldLock lock, Function<AccessPath, ImmutableSet<AccessPath>> rename) {
    ImmutableSet.Builder<AccessPath> made = ImmutableSet.builder();
    ImmutableSet.Builder<AccessPath> named = ImmutableSet.builder();
    boolean own = true;
    for (AccessPath path : lock.paths()) {
      if (path.root() instanceof Root.Fresh) {
        made.add(path);
      } else {
        own = false;
        named.addAll(rename.apply(path));
      }
    }
    return own
        ? lock
        : lock.at(named.build().isEmpty() ? ImmutableSet.of() : named.addAll(made.build()).build());
  }

  /** Returns the other name of a lock on the way to the location, or of one that leads off it. */
  private static Optional<AccessPath> beside(AccessPath lock, AccessPath before, AccessPath after) {
    if (lock.isStatic() || !lock.root().equals(before.root())) {
      return Optional.empty();
    }
    int common = lock.commonSteps(before);
    boolean onTheWay = common == lock.selectors().size();
    if (!onTheWay && !(lock.root() instanceof Root.Result)) {
      return Optional.empty();
    }
    int rest = before.selectors().size() - common;
    int fork = after.selectors().size() - rest;
    if (fork < 0 || (after.isStatic() && fork == 0) || !isKept(before, common, after, fork)) {
      return Optional.empty();
    }
    return new AccessPath(after.root(), after.selectors().subList(0, fork))
        .thenAll(lock.selectors().subList(common, lock.selectors().size()));
  }

  /** Returns whether the way from the fork to the location has remained the same. */
  private static boolean isKept(AccessPath before, int common, AccessPath after, int fork) {
    List<Selector> old = before.selectors().subList(common, before.selectors().size());
    List<Selector> now = after.selectors().subList(fork, after.selectors().size());
    for (int i = 0; i < old.size(); i++) {
      boolean field = old.get(i) instanceof Selector.Field || old.get(i) instanceof Selector.Outer;
      if (field ? !old.get(i).equals(now.get(i)) : old.get(i).getClass() != now.get(i).getClass()) {
        return false;
      }
    }
    return true;
  }
}
