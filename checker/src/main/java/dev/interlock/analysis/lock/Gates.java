package dev.interlock.analysis.lock;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.lock.LockOperation.Action;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Atomic variables used as locks: who wins {@code busy.compareAndSet(false, true)}, or finds {@code
 * false} by {@code busy.getAndSet(true)}, has the guarded state for itself until {@code
 * busy.set(false)}.
 */
public final class Gates {
  private Gates() {}

  /** Returns the operations on the gates that {@code body} or its class both enters and leaves. */
  static ImmutableMap<Tree, LockOperation> operationsOf(Body body, LockFacts facts) {
    if (!usesAny(body)) {
      return ImmutableMap.of();
    }
    Set<AccessPath> entered = new HashSet<>();
    Set<AccessPath> left = new HashSet<>();
    for (Access access : body.accesses()) {
      if (isEntry(access)) {
        entered.add(access.location());
      } else if (isExit(access)) {
        left.add(access.location());
      }
    }
    Set<AccessPath> leftElsewhere = facts.gatesLeft(body.enclosingClass());
    Set<AccessPath> flags = flagsEntered(body);
    entered.removeIf(
        gate -> !left.contains(gate) && !(flags.contains(gate) && leftElsewhere.contains(gate)));
    entered.addAll(exitsOnly(body, facts));
    if (entered.isEmpty()) {
      return ImmutableMap.of();
    }
    ImmutableMap.Builder<Tree, LockOperation> operations = ImmutableMap.builder();
    for (Access access : body.accesses()) {
      if (entered.contains(access.location()) && (isEntry(access) || isExit(access))) {
        ImmutableSet<AccessPath> gate = facts.canonical(Value.of(access.location()));
        Action action = actionOf(access);
        Tree call = access.point().tree();
        operations.put(call, new LockOperation(call, gate, action, LockMode.EXCLUSIVE));
      }
    }
    return operations.buildKeepingLast();
  }

  private static boolean usesAny(Body body) {
    for (Access access : body.accesses()) {
      if (isEntry(access) || isExit(access)) {
        return true;
      }
    }
    return false;
  }

  private static Set<AccessPath> flagsEntered(Body body) {
    Set<AccessPath> flags = new HashSet<>();
    for (Access access : body.accesses()) {
      if (isFlagEntry(access)) {
        flags.add(access.location());
      }
    }
    return flags;
  }

  private static Action actionOf(Access access) {
    if (!isEntry(access)) {
      return Action.RELEASE;
    }
    return access.isConditional() ? Action.TRY_ACQUIRE : Action.ACQUIRE_UNLESS;
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
    return access.through().filter(Call::isResultUsed).isPresent()
        && (access.isConditional() ? !isAnyTransition(access) : isSwap(access));
  }

  /**
   * {@code state.compareAndSet(from, to)} of a method that is told both states, or that puts a new
   * object in the place of the one it has seen: who wins may meet who moves on from the next state.
   */
  private static boolean isAnyTransition(Access exchange) {
    List<Value> states = exchange.through().orElseThrow().arguments();
    return states.size() == 2
        && isSeenOrTold(states.get(0), exchange)
        && (isParameter(states.get(1), exchange.body()) || isMade(states.get(1)));
  }

  private static boolean isSeenOrTold(Value state, Access exchange) {
    return isParameter(state, exchange.body())
        || state.dependencies().stream()
            .anyMatch(
                d ->
                    d instanceof Dependency.OnRead read
                        && read.read().location().equals(exchange.location()));
  }

  private static boolean isMade(Value state) {
    return state.paths().size() == 1
        && state.paths().iterator().next().root() instanceof Root.Fresh;
  }

  private static boolean isParameter(Value value, Body body) {
    return value.paths().size() == 1
        && value.paths().iterator().next().root() instanceof Root.Variable variable
        && body.parameters().contains(variable.symbol());
  }

  /** {@code busy.getAndSet(true)}, which tells whether it was so before. */
  private static boolean isSwap(Access access) {
    return access.kind() == Access.Kind.UPDATE
        && access.point().tree() instanceof MethodInvocationTree call
        && call.getArguments().size() == 1
        && Boolean.TRUE.equals(ASTHelpers.constValue(call.getArguments().get(0)));
  }

  /**
   * Returns whether an access may enter a gate that another method leaves: it sets a mark, and does
   * not just count on from what it found.
   */
  public static boolean isFlagEntry(Access access) {
    return isEntry(access)
        && Dependency.withOperands(access.written().dependencies()).stream()
            .noneMatch(
                dependency ->
                    dependency instanceof Dependency.OnRead read
                        && read.read().location().equals(access.location()));
  }

  /** Returns whether an access, seen by itself, may leave a gate. */
  public static boolean isExit(Access access) {
    return access.kind() == Access.Kind.WRITE && access.through().isPresent();
  }
}
