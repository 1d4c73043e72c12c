package dev.interlock.analysis.lock;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.interlock.analysis.body.AccessPath;
import java.util.List;
import java.util.Optional;

/**
 * Locks that one call takes or gives back together, such as {@code lockAll()}.
 *
 * @param locks the objects that each of the locks may be
 */
public record LockGroup(ImmutableSet<ImmutableSet<AccessPath>> locks) {

  /** Returns the one operation that a call stands for which does several of a kind at once. */
  static Optional<LockOperation> of(List<LockOperation> operations) {
    if (operations.size() <= 1 || !areAlike(operations)) {
      return operations.isEmpty() ? Optional.empty() : Optional.of(operations.get(0));
    }
    ImmutableSet<ImmutableSet<AccessPath>> locks =
        operations.stream()
            .flatMap(operation -> locksOf(operation).stream())
            .collect(ImmutableSet.toImmutableSet());
    LockOperation first = operations.get(0);
    return Optional.of(of(first, locks));
  }

  private static boolean areAlike(List<LockOperation> operations) {
    LockOperation first = operations.get(0);
    return operations.stream()
        .allMatch(o -> o.action() == first.action() && o.mode() == first.mode());
  }

  /** Returns an operation like {@code operation} on other locks. */
  public static LockOperation of(
      LockOperation operation, ImmutableSet<ImmutableSet<AccessPath>> locks) {
    Object lock = locks.size() == 1 ? Iterables.getOnlyElement(locks) : new LockGroup(locks);
    return new LockOperation(operation.call(), lock, operation.action(), operation.mode());
  }

  /** Returns the locks of an operation: for each of them, the objects that it may be. */
  @SuppressWarnings("unchecked")
  public static ImmutableSet<ImmutableSet<AccessPath>> locksOf(LockOperation operation) {
    return operation.lock() instanceof LockGroup group
        ? group.locks()
        : ImmutableSet.of((ImmutableSet<AccessPath>) operation.lock());
  }
}
