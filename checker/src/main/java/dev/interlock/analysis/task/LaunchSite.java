package dev.interlock.analysis.task;

import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Point.Loop;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.body.Value;
import dev.interlock.library.MethodEffect.CallsInPlace;
import dev.interlock.library.MethodEffect.Launches;
import dev.interlock.library.MethodEffect.Runs;
import dev.interlock.library.MethodEffect.RunsOn;
import dev.interlock.library.MethodModel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that runs a task.
 *
 * @param entry the body that runs first
 * @param handed the operand that is, or holds, the task
 * @param launch how the task is launched; empty if it runs in place
 */
record LaunchSite(Task task, Body entry, Call call, Value handed, Optional<Launches> launch) {

  /** What tells nearly all sites apart; the rest is left to {@code equals}. */
  @Override
  public int hashCode() {
    return 31 * call.hashCode() + entry.hashCode();
  }

  /** Returns whether the task is the operand itself, not one of many that a container holds. */
  boolean isDirect() {
    if (task instanceof Task.Code code) {
      return handed.functions().contains(code.function()) || isPlain();
    }
    return handed.paths().contains(((Task.RunnableObject) task).path()) || isPlain();
  }

  private boolean isPlain() {
    return handed.paths().stream().noneMatch(LaunchSite::isElement) && !isContainer();
  }

  /** A call that runs everything in its operand at once is given a container. */
  private boolean isContainer() {
    return launch.filter(l -> l.runs() == Runs.PARALLEL).isPresent();
  }

  /** Returns whether the call runs the same task again and again, not another one each time. */
  boolean isRepeated() {
    for (Loop loop = call.point().loop(); loop != null; loop = loop.outer()) {
      Loop around = loop;
      if (handed.paths().stream().noneMatch(path -> isAnother(path, around))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAnother(AccessPath path, Loop loop) {
    if (isElement(path)) {
      return true;
    }
    Point made = madeAt(path.root());
    return made != null && made.isInside(loop.tree());
  }

  private static @Nullable Point madeAt(Root root) {
    if (root instanceof Root.Fresh fresh) {
      return fresh.allocation().point();
    }
    return root instanceof Root.Result result ? result.call().point() : null;
  }

  /** Returns whether the task stays where it was found, in a field or in a container. */
  boolean isKept() {
    return !handed.paths().isEmpty()
        && handed.paths().stream()
            .allMatch(
                path ->
                    path.root() instanceof Root.This
                        && (isElement(path) || path.last().orElse(null) instanceof Selector.Field));
  }

  /** Returns whether the call runs the function in place, with each element of a container. */
  boolean givesElementsInPlace() {
    return launch.isEmpty()
        && call.model().stream()
            .flatMap(model -> model.effects(CallsInPlace.class).stream())
            .anyMatch(CallsInPlace::givesElement);
  }

  /** Returns whether the task was taken out of a container. */
  boolean isTakenOut() {
    return isTakenOut(handed);
  }

  /** Returns whether the task was removed from a container: no other thread runs it as well. */
  boolean isRemoved() {
    return !handed.paths().isEmpty()
        && handed.paths().stream().allMatch(path -> path.selectors().isEmpty() && isTakenOut(path));
  }

  static boolean isTakenOut(Value task) {
    return task.paths().stream().anyMatch(path -> isElement(path) || isTakenOut(path));
  }

  private static boolean isTakenOut(AccessPath path) {
    return path.root() instanceof Root.Result result
        && result.call().model().filter(MethodModel::takesOut).isPresent();
  }

  private static boolean isElement(AccessPath path) {
    Selector last = path.last().orElse(null);
    return last instanceof Selector.Element || last instanceof Selector.Content;
  }

  /** Returns the parameter or captured variable that a value is, if it is just that. */
  static Optional<VarSymbol> variable(Value value) {
    return value.paths().size() == 1
            && value.paths().iterator().next().selectors().isEmpty()
            && value.paths().iterator().next().root() instanceof Root.Variable variable
        ? Optional.of(variable.symbol())
        : Optional.empty();
  }

  /**
   * Returns whether the task runs in place as far as is known, but may as well run later: when what
   * the call waits for is complete. Then the locks around the call are no longer held.
   */
  boolean isLate() {
    return launch.isEmpty() && Stages.runsOnCompleter(call);
  }

  /** Returns where the task begins. */
  Point point() {
    return pointOf(call, launch);
  }

  /**
   * Returns where a task that is given to {@code call} begins: where a thread that is made there is
   * started, if that is seen.
   */
  static Point pointOf(Call call, Optional<Launches> launch) {
    if (call.allocation().isEmpty() || launch.filter(l -> l.thread() == RunsOn.OWN).isEmpty()) {
      return call.point();
    }
    List<Point> starts =
        call.body().calls().stream()
            .filter(later -> later.receiver().paths().equals(call.result().paths()))
            .filter(LaunchSite::launchesReceiver)
            .map(Call::point)
            .toList();
    return starts.size() == 1 ? starts.get(0) : call.point();
  }

  static boolean launchesReceiver(Call call) {
    return call.model().stream()
        .flatMap(model -> model.effects(Launches.class).stream())
        .anyMatch(started -> started.task().isReceiver());
  }

  /** Returns whether one call launches many runs at once. */
  boolean launchesMany() {
    return launch
        .filter(l -> l.runs() == Runs.PARALLEL || l.runs() == Runs.PARALLEL_IF_RECEIVER_IS)
        .isPresent();
  }
}
