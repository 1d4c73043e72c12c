package dev.interlock.analysis.verdict;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.Home;
import java.util.Collection;

/**
 * How many methods that change a location hold which lock: the lock that most of them hold is taken
 * to be the one that guards the location (Savage et al., Eraser, 1997, weighed by frequency).
 */
final class LockSupport {
  private final SetMultimap<Object, Body> holders = HashMultimap.create();
  private final boolean ofReads;

  LockSupport() {
    this(/* ofReads= */ false);
  }

  /**
   * @param ofReads whether what is counted are reads, for which a shared lock will do
   */
  LockSupport(boolean ofReads) {
    this.ofReads = ofReads;
  }

  /** Counts an access by {@code body}, which comes about in {@code contexts} and locks in all. */
  void count(Body body, Collection<Context> contexts) {
    contexts.stream()
        .filter(c -> c.home() != Home.CONFINED)
        .map(this::keys)
        .reduce((one, other) -> Sets.intersection(one, other).immutableCopy())
        .ifPresent(keys -> keys.forEach(key -> holders.put(key, body)));
  }

  /** Returns how many of the counted bodies hold the best supported lock of {@code context}. */
  int of(Context context) {
    return keys(context).stream().mapToInt(key -> holders.get(key).size()).max().orElse(0);
  }

  /**
   * Returns what stands for the locks held, those left out of which it is not known which they are.
   */
  private ImmutableSet<Object> keys(Context context) {
    return context.locks().stream()
        .filter(lock -> ofReads || lock.isExclusive())
        .filter(lock -> lock.paths().size() == 1)
        .flatMap(lock -> lock.paths().stream())
        .map(LockSupport::key)
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Calls of one getter are taken to return one lock. */
  private static Object key(AccessPath path) {
    return path.root() instanceof Root.Result result ? result.call().method() : path.shape();
  }
}
