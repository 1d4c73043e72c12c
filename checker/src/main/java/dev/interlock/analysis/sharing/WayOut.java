package dev.interlock.analysis.sharing;

import com.google.common.collect.ImmutableSet;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Point.Loop;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.task.Awaiting;
import dev.interlock.analysis.task.Run;
import dev.interlock.analysis.task.Stages;
import java.util.Optional;
import java.util.function.Function;

/**
 * A way out of a body.
 *
 * @param outer the body around, or the caller
 * @param at where it calls, launches or defines
 * @param run the run of the task that the inner body is, if it is one
 * @param held the locks held there that hold inside as well
 * @param preconditions what must hold of the arguments of the outer body for the inner one to get
 *     on
 * @param translate rewrites paths of the inner body
 */
record WayOut(
    Body outer,
    Point at,
    Optional<Run> run,
    ImmutableSet<HeldLock> held,
    ImmutableSet<Precondition> preconditions,
    Function<AccessPath, ImmutableSet<AccessPath>> translate) {

  Optional<Run> launch() {
    return run.filter(Run::isLaunched);
  }

  /** Returns whether each turn of a loop launches another one of the tasks made before. */
  private boolean isAnotherTask(Loop loop, AccessPath location) {
    return location.root() instanceof Root.Fresh fresh
        && fresh.allocation().point().loop() != null
        && !fresh.allocation().point().isInside(loop.tree())
        && run.filter(r -> isChosenBy(loop, r)).isPresent();
  }

  private static boolean isChosenBy(Loop loop, Run run) {
    return run.launch()
        .map(launch -> run.site().operand(launch.task()))
        .filter(
            task ->
                task.dependencies().contains(new Dependency.OnLoop(loop.tree(), false))
                    || task.paths().stream()
                        .flatMap(LoopNesting::indices)
                        .flatMap(index -> index.origin().stream())
                        .anyMatch(new Dependency.OnLoop(loop.tree(), false)::equals))
        .isPresent();
  }

  /**
   * Returns whether the way is gone again for the same location before the last time is over.
   *
   * @param inside the location in terms of the inner body
   */
  boolean repeats(AccessPath inside, AccessPath location, Awaiting awaiting) {
    if (launch().filter(run -> Stages.followsItself(run.site())).isPresent()) {
      return false;
    }
    Point from = run.map(Run::handover).orElse(at);
    boolean spawned =
        launch().filter(Run::recursive).isPresent()
            && !(location.root() instanceof Root.Fresh)
            && location.selectors().size() <= inside.selectors().size();
    return spawned
        || LoopNesting.repeats(
            from,
            location,
            outer,
            loop -> awaiting.tasksInTurn(loop, from, outer) || isAnotherTask(loop, location));
  }
}
