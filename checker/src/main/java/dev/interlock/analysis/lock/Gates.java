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
public final class Gates {
  private Gates() {}

  /** Returns the operations on the gates that {@code body} or its class both enters and leaves. */
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
    if (entered.isEmpty() && left.isEmpty()) {
      return ImmutableMap.of();
    }
    left.addAll(facts.gatesLeft(body.enclosingClass()));
    entered.retainAll(left);
    entered.addAll(exitsOnly(body, facts));
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

  /** A method that leaves a gate which another method of the class enters. */
  private static Set<AccessPath> exitsOnly(Body body, LockFacts facts) {
    Set<AccessPath> exits = new HashSet<>();
    for (Access access : body.accesses()) {
      if (isExit(access) && facts.gatesEntered(body.enclosingClass()).contains(access.location())) {
        exits.add(access.location());
      }
    }
    return exits;
  }

  /** Returns whether an access, seen by itself, may enter a gate. */
  public static boolean isEntry(Access access) {
    return access.isConditional() && access.through().filter(c -> c.isResultUsed()).isPresent();
  }

  /** Returns whether an access, seen by itself, may leave a gate. */
  public static boolean isExit(Access access) {
    return access.kind() == Access.Kind.WRITE && access.through().isPresent();
  }
}
