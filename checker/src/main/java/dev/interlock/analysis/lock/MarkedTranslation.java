package dev.interlock.analysis.lock;

import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import javax.annotation.processing.ProcessingEnvironment;
import org.checkerframework.errorprone.dataflow.cfg.builder.CFGTranslationPhaseOne;
import org.checkerframework.errorprone.dataflow.cfg.node.MarkerNode;
import org.checkerframework.errorprone.dataflow.cfg.node.Node;
import org.checkerframework.errorprone.javacutil.BasicAnnotationProvider;
import org.checkerframework.errorprone.javacutil.trees.TreeBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Translates a body for the control-flow graph, and marks where each statement begins: many
 * statements have no node of their own.
 *
 * <p>Assertions count as enabled: {@code assert lock.isHeldByCurrentThread()} is a promise.
 *
 * <p>XXX: the library leaves out the fall-through from a {@code default} that is not the last group
 * of a {@code switch}.
 */
final class MarkedTranslation extends CFGTranslationPhaseOne {
  private static final String START = "start of statement";

  MarkedTranslation(ProcessingEnvironment environment) {
    super(
        new TreeBuilder(environment),
        new BasicAnnotationProvider(),
        /* assumeAssertionsEnabled= */ true,
        /* assumeAssertionsDisabled= */ false,
        environment);
  }

  /** Returns whether {@code node} marks the start of the statement that is its tree. */
  static boolean isStart(Node node) {
    return node instanceof MarkerNode marker && marker.getMessage().equals(START);
  }

  @Override
  public @Nullable Node scan(@Nullable Tree tree, @Nullable Void unused) {
    if (tree instanceof StatementTree) {
      extendWithNode(new MarkerNode(tree, START, env.getTypeUtils()));
    }
    return super.scan(tree, null);
  }
}
