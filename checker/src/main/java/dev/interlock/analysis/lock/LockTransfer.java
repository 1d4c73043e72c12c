package dev.interlock.analysis.lock;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Map;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.errorprone.dataflow.analysis.ConditionalTransferResult;
import org.checkerframework.errorprone.dataflow.analysis.ForwardTransferFunction;
import org.checkerframework.errorprone.dataflow.analysis.RegularTransferResult;
import org.checkerframework.errorprone.dataflow.analysis.TransferInput;
import org.checkerframework.errorprone.dataflow.analysis.TransferResult;
import org.checkerframework.errorprone.dataflow.analysis.UnusedAbstractValue;
import org.checkerframework.errorprone.dataflow.cfg.UnderlyingAST;
import org.checkerframework.errorprone.dataflow.cfg.block.ExceptionBlock;
import org.checkerframework.errorprone.dataflow.cfg.node.AbstractNodeVisitor;
import org.checkerframework.errorprone.dataflow.cfg.node.AssignmentNode;
import org.checkerframework.errorprone.dataflow.cfg.node.ConditionalAndNode;
import org.checkerframework.errorprone.dataflow.cfg.node.ConditionalOrNode;
import org.checkerframework.errorprone.dataflow.cfg.node.LocalVariableNode;
import org.checkerframework.errorprone.dataflow.cfg.node.MarkerNode;
import org.checkerframework.errorprone.dataflow.cfg.node.MethodInvocationNode;
import org.checkerframework.errorprone.dataflow.cfg.node.Node;
import org.checkerframework.errorprone.dataflow.cfg.node.ObjectCreationNode;
import org.jspecify.annotations.Nullable;

/**
 * How each node of the control-flow graph changes the held locks.
 *
 * <p>A call that throws has neither taken nor given back its lock: {@code lock()} fails before it
 * acquires, and {@code unlock()} only fails when the lock is not held. The exception is a wait,
 * which takes the lock again however it ends.
 */
final class LockTransfer
    extends AbstractNodeVisitor<
        TransferResult<UnusedAbstractValue, LockStore>,
        TransferInput<UnusedAbstractValue, LockStore>>
    implements ForwardTransferFunction<UnusedAbstractValue, LockStore> {
  private final ImmutableMap<Tree, LockOperation> operations;
  private final ConditionReader conditions = new ConditionReader();

  LockTransfer(ImmutableMap<Tree, LockOperation> operations) {
    this.operations = operations;
  }

  @Override
  public LockStore initialStore(UnderlyingAST body, List<LocalVariableNode> parameters) {
    return LockStore.NONE;
  }

  @Override
  public TransferResult<UnusedAbstractValue, LockStore> visitNode(
      Node node, TransferInput<UnusedAbstractValue, LockStore> input) {
    return branch(node, input.getRegularStore());
  }

  @Override
  public TransferResult<UnusedAbstractValue, LockStore> visitMarker(
      MarkerNode node, TransferInput<UnusedAbstractValue, LockStore> input) {
    LockStore store = input.getRegularStore();
    return follow(MarkedTranslation.isStart(node) ? store.forgetExpressions() : store);
  }

  @Override
  public TransferResult<UnusedAbstractValue, LockStore> visitAssignment(
      AssignmentNode node, TransferInput<UnusedAbstractValue, LockStore> input) {
    LockStore store = input.getRegularStore();
    if (node.getTarget() instanceof LocalVariableNode variable) {
      Outcomes value = conditions.read(node.getExpression(), store).outcomes();
      store = store.assign(variable.getElement(), value);
    }
    return branch(node, store);
  }

  @Override
  public TransferResult<UnusedAbstractValue, LockStore> visitConditionalAnd(
      ConditionalAndNode node, TransferInput<UnusedAbstractValue, LockStore> input) {
    return shortCircuit(node.getTree(), input);
  }

  @Override
  public TransferResult<UnusedAbstractValue, LockStore> visitConditionalOr(
      ConditionalOrNode node, TransferInput<UnusedAbstractValue, LockStore> input) {
    return shortCircuit(node.getTree(), input);
  }

  @Override
  public TransferResult<UnusedAbstractValue, LockStore> visitMethodInvocation(
      MethodInvocationNode node, TransferInput<UnusedAbstractValue, LockStore> input) {
    return operate(node, node.getTree(), input.getRegularStore());
  }

  @Override
  public TransferResult<UnusedAbstractValue, LockStore> visitObjectCreation(
      ObjectCreationNode node, TransferInput<UnusedAbstractValue, LockStore> input) {
    return operate(node, node.getTree(), input.getRegularStore());
  }

  private TransferResult<UnusedAbstractValue, LockStore> operate(
      Node node, @Nullable Tree call, LockStore store) {
    LockOperation operation = call == null ? null : operations.get(call);
    if (operation == null) {
      return branch(node, store);
    }
    return switch (operation.action()) {
      case ACQUIRE -> branch(node, store.apply(state -> state.acquire(operation)));
      case RELEASE -> branch(node, store.apply(state -> state.release(operation)));
      case RELEASE_AND_REACQUIRE -> {
        LockStore after = store.apply(state -> state.reacquire(operation));
        yield new RegularTransferResult<>(null, after, onEveryException(node, after));
      }
      case TRY_ACQUIRE ->
          branch(
              node,
              store.apply(operation.call(), state -> state.acquire(operation), state -> state));
      case ACQUIRE_UNLESS ->
          branch(
              node,
              store.apply(operation.call(), state -> state, state -> state.acquire(operation)));
      case IS_HELD ->
          branch(
              node,
              store.apply(
                  operation.call(),
                  state -> state.assumeHeld(operation),
                  state -> state.assumeNotHeld(operation)));
    };
  }

  /** Splits the store by the value of {@code node}, if that tells anything. */
  private TransferResult<UnusedAbstractValue, LockStore> branch(Node node, LockStore store) {
    if (!ConditionReader.isBoolean(node)) {
      return follow(store);
    }
    Condition condition = conditions.read(node, store);
    if (condition.subject().isEmpty() && condition.outcomes().isEither(store.state())) {
      return follow(store);
    }
    return new ConditionalTransferResult<>(
        null, store.assume(condition, true), store.assume(condition, false));
  }

  /** Keeps the two stores that the operands of {@code &&} or {@code ||} have flown into. */
  private static TransferResult<UnusedAbstractValue, LockStore> shortCircuit(
      Tree tree, TransferInput<UnusedAbstractValue, LockStore> input) {
    LockStore whenTrue = input.getThenStore();
    LockStore whenFalse = input.getElseStore();
    return new ConditionalTransferResult<>(
        null,
        whenTrue.assign(tree, Outcomes.always(true, whenTrue.state())),
        whenFalse.assign(tree, Outcomes.always(false, whenFalse.state())));
  }

  private static TransferResult<UnusedAbstractValue, LockStore> follow(LockStore store) {
    return new RegularTransferResult<>(null, store);
  }

  private static Map<TypeMirror, LockStore> onEveryException(Node node, LockStore store) {
    return node.getBlock() instanceof ExceptionBlock block
        ? Maps.asMap(block.getExceptionalSuccessors().keySet(), type -> store)
        : ImmutableMap.of();
  }
}
