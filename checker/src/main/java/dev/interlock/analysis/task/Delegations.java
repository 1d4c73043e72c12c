package dev.interlock.analysis.task;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.library.MethodEffect.Delegates;
import dev.interlock.library.Operand;
import dev.interlock.library.Trait;

/** Calls that give a server or the like the executor to run on what it has run by itself so far. */
final class Delegations {
  private final Supplier<ImmutableList<Call>> calls;

  Delegations(CompilationIndex index) {
    this.calls = Suppliers.memoize(() -> find(index));
  }

  private static ImmutableList<Call> find(CompilationIndex index) {
    return index.bodies().stream()
        .flatMap(body -> body.calls().stream())
        .filter(Delegations::isToSeveralThreads)
        .collect(ImmutableList.toImmutableList());
  }

  private static boolean isToSeveralThreads(Call call) {
    return call.model()
        .flatMap(model -> model.effect(Delegates.class))
        .filter(delegates -> isOfSeveralThreads(call, delegates.executor()))
        .isPresent();
  }

  /**
   * Returns whether the receiver of a call may be given threads of others. Where other bodies do
   * so, nobody knows whether they mean the same object.
   */
  boolean mayBeOfReceiver(Call call) {
    return calls.get().stream()
        .filter(delegation -> delegation.method().enclClass() == call.method().enclClass())
        .anyMatch(
            delegation ->
                delegation.body() != call.body()
                    || delegation.receiver().paths().equals(call.receiver().paths()));
  }

  private static boolean isOfSeveralThreads(Call call, Operand executor) {
    return !isNull(call.tree(), executor)
        && !call.operand(executor).traits().contains(Trait.SERIAL)
        && !call.operand(executor).traits().contains(Trait.DIRECT);
  }

  private static boolean isNull(Tree call, Operand argument) {
    return call instanceof MethodInvocationTree invocation
        && argument.index() < invocation.getArguments().size()
        && invocation.getArguments().get(argument.index()).getKind() == Tree.Kind.NULL_LITERAL;
  }
}
