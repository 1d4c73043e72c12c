package dev.interlock.analysis.task;

import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Point.Loop;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.CallGraph;
import java.util.Optional;

/**
 * Stages of futures that a loop is given, or asks others for, one in each turn: whoever completes
 * them need not do so one after the other ({@link java.util.concurrent.CompletionStage}).
 */
final class GivenFutures {
  private static final String PACKAGE = "java.util.concurrent.";

  private final CallGraph graph;

  GivenFutures(CallGraph graph) {
    this.graph = graph;
  }

  /** Returns whether a stage runs on the threads that complete such futures. */
  boolean areOf(Call stage) {
    Loop loop = stage.point().loop();
    return loop != null
        && isOfJdk(stage)
        && stage.receiver().paths().stream().anyMatch(future -> isGiven(future, loop));
  }

  private static boolean isOfJdk(Call stage) {
    return stage.method().enclClass().getQualifiedName().toString().startsWith(PACKAGE);
  }

  private boolean isGiven(AccessPath future, Loop loop) {
    if (!(future.root() instanceof Root.Result result)) {
      return !(future.root() instanceof Root.Fresh) && isChosenBy(loop, future);
    }
    Call asked = result.call();
    if (!future.selectors().isEmpty() || !asked.point().isInside(loop.tree())) {
      return false;
    }
    return Stages.runsOnCompleter(asked)
        ? areOf(asked)
        : asked.model().isEmpty() && !isOfJdk(asked) && graph.targets(asked).isEmpty();
  }

  private static boolean isChosenBy(Loop loop, AccessPath future) {
    return future
        .last()
        .flatMap(GivenFutures::index)
        .filter(index -> index.origin().contains(new Dependency.OnLoop(loop.tree(), false)))
        .isPresent();
  }

  private static Optional<Index> index(Selector selector) {
    if (selector instanceof Selector.Element element) {
      return Optional.of(element.index());
    }
    return selector instanceof Selector.Content content
        ? Optional.of(content.index())
        : Optional.empty();
  }
}
