package dev.interlock.analysis.lock;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.checkerframework.errorprone.dataflow.analysis.ForwardAnalysisImpl;
import org.checkerframework.errorprone.dataflow.analysis.TransferInput;
import org.checkerframework.errorprone.dataflow.analysis.TransferResult;
import org.checkerframework.errorprone.dataflow.analysis.UnusedAbstractValue;
import org.checkerframework.errorprone.dataflow.cfg.ControlFlowGraph;
import org.checkerframework.errorprone.dataflow.cfg.node.LambdaResultExpressionNode;
import org.checkerframework.errorprone.dataflow.cfg.node.NarrowingConversionNode;
import org.checkerframework.errorprone.dataflow.cfg.node.Node;
import org.checkerframework.errorprone.dataflow.cfg.node.StringConversionNode;
import org.checkerframework.errorprone.dataflow.cfg.node.VariableDeclarationNode;
import org.checkerframework.errorprone.dataflow.cfg.node.WideningConversionNode;

/**
 * Runs the analysis of one body, and notes the state before each tree. A tree that has several
 * nodes, as the copies of a {@code finally} block have, gets what is certain at all of them.
 */
final class LockFlow extends ForwardAnalysisImpl<UnusedAbstractValue, LockStore, LockTransfer> {
  /** A second or so; bodies written by hand take a thousandth of it. */
  private static final int MAX_WORK = 2_000_000;

  private final IdentityHashMap<Tree, LockState> states = new IdentityHashMap<>();
  private ImmutableSet<LockOperation> atNormalExit = ImmutableSet.of();
  private long work;

  private LockFlow(LockTransfer transfer) {
    super(transfer);
  }

  /** Analyses {@code graph}, in which the calls that are keys of {@code operations} lock. */
  static LockFlow run(ControlFlowGraph graph, ImmutableMap<Tree, LockOperation> operations) {
    LockFlow flow = new LockFlow(new LockTransfer(operations));
    flow.performAnalysis(graph);
    TransferInput<UnusedAbstractValue, LockStore> exit = flow.getInput(graph.getRegularExitBlock());
    if (exit != null) {
      flow.atNormalExit = exit.getRegularStore().state().sections();
    }
    return flow;
  }

  /**
   * Returns the state before {@code tree} takes effect, or nothing if it has no node in the graph.
   */
  Optional<LockState> before(Tree tree) {
    return Optional.ofNullable(states.get(tree));
  }

  /** Returns the sections in force on every normal return: none if there is no such return. */
  ImmutableSet<LockOperation> atNormalExit() {
    return atNormalExit;
  }

  @Override
  protected TransferResult<UnusedAbstractValue, LockStore> callTransferFunction(
      Node node, TransferInput<UnusedAbstractValue, LockStore> input) {
    LockStore store = input.getRegularStore();
    work += store.size();
    if (work > MAX_WORK) {
      throw new LockAnalysisException("the body uses too many locks in too many ways");
    }
    Tree tree = node.getTree();
    if (tree != null && isEvaluation(node, tree)) {
      states.merge(tree, store.state(), LockState::join);
    }
    return super.callTransferFunction(node, input);
  }

  /**
   * Returns whether {@code node} is where {@code tree} starts, or for an expression takes effect.
   */
  private static boolean isEvaluation(Node node, Tree tree) {
    return tree instanceof StatementTree
        ? MarkedTranslation.isStart(node) || node instanceof VariableDeclarationNode
        : !(node instanceof WideningConversionNode
            || node instanceof NarrowingConversionNode
            || node instanceof StringConversionNode
            || node instanceof LambdaResultExpressionNode);
  }
}
