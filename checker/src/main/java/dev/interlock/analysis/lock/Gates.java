package dev.interlock.analysis.lock;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.Tree;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.lock.LockOperation.Action;
import java.util.HashSet;
import java.util.Set;

/**
 * Atomic variables used as locks: who wins {@code busy.compareAndSet(false, true)} has the guarded
 * state for itself until {@code busy.set(false)}.
 */
final class Gates {
  private Gates() {}

  /** Returns the operations on the gates that {@code body} both enters and leaves. */
  static ImmutableMap<Tree, LockOperation> operationsOf(Body body, LockFacts facts) {
    Set<AccessPath> entered = new HashSet<>();
    Set<AccessPath> left = new HashSet<>();
    for (Access access : body.accesses()) {
      if (isEntry(access)) {
        entered.add(access.location());
      } else if (isExit(access)) {
        left.add(access.location());
      }
    }
    entered.retainAll(left);
    if (entered.isEmpty()) {
      return ImmutableMap.of();
    }
    ImmutableMap.Builder<Tree, LockOperation> operations = ImmutableMap.builder();
    for (Access access : body.accesses()) {
      if (entered.contains(access.location()) && (isEntry(access) || isExit(access))) {
        ImmutableSet<AccessPath> gate = facts.canonical(Value.of(access.location()));
        Action action = isEntry(access) ? Action.TRY_ACQUIRE : Action.RELEASE;
        Tree call = access.point().tree();
        operations.put(call, new LockOperation(call, gate, action, LockMode.EXCLUSIVE));
      }
    }
    return operations.buildKeepingLast();
  }

  private static boolean isEntry(Access access) {
    return access.isConditional() && access.through().filter(c -> c.isResultUsed()).isPresent();
  }

  private static boolean isExit(Access access) {
    return access.kind() == Access.Kind.WRITE && access.through().isPresent();
  }
}
