package dev.interlock.analysis.sharing;

import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.callgraph.FieldOrigins;
import dev.interlock.analysis.callgraph.FieldOrigins.Origin;
import dev.interlock.analysis.task.Run;
import dev.interlock.analysis.task.Task;
import dev.interlock.library.MethodEffect.CallsInPlace;
import dev.interlock.library.MethodEffect.ClaimsResult;
import dev.interlock.library.MethodEffect.Launches;
import dev.interlock.library.MethodEffect.Runs;

/** Elements of arrays and containers that each run of a task has for itself. */
final class OwnElements {
  private static final String CURRENT_THREAD = "currentThread";

  private OwnElements() {}

  /**
   * Returns whether each run of {@code run} that reaches {@code location} chose another element.
   */
  static boolean chooses(AccessPath location, Run run, FieldOrigins origins) {
    return LoopNesting.indices(location).anyMatch(index -> isOwn(index, run, origins))
        || (isOwnParameter(location.root(), run) && staysInside(location, origins));
  }

  /** Returns whether a location is the element that is filed under the current thread. */
  static boolean areOfThread(AccessPath location) {
    for (Selector selector : location.selectors()) {
      if (!(selector instanceof Selector.Field)
          && LoopNesting.index(selector).filter(OwnElements::isThread).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether the executor of a task was chosen by the index of what the task works on, or
   * belongs to the object that it works on.
   */
  static boolean areOfLane(AccessPath location, Run run) {
    return run.owner().filter(location::startsWith).isPresent()
        || run.stripe()
            .filter(stripe -> LoopNesting.indices(location).anyMatch(stripe::equals))
            .isPresent();
  }

  private static boolean isThread(Index index) {
    return index.toString().contains(CURRENT_THREAD + "()")
        || index.origin().stream().anyMatch(OwnElements::isThread);
  }

  /** The thread itself, or what it answers: its number, its name. */
  private static boolean isThread(Dependency key) {
    return key instanceof Dependency.OnResult result
        && (isCurrentThread(result.call())
            || result.call().receiver().paths().stream()
                .anyMatch(
                    path ->
                        path.selectors().isEmpty()
                            && path.root() instanceof Root.Result thread
                            && isCurrentThread(thread.call())));
  }

  private static boolean isCurrentThread(Call call) {
    return call.method().getSimpleName().contentEquals(CURRENT_THREAD);
  }

  /** Returns whether the location belongs to the object that the path starts at. */
  private static boolean staysInside(AccessPath location, FieldOrigins origins) {
    return !LoopNesting.isCommon(location)
        && location.owner().selectors().stream()
            .noneMatch(
                selector ->
                    selector instanceof Selector.Field field
                        && origins.of(field.symbol()) instanceof Origin.Injected);
  }

  private static boolean isOwn(Index index, Run run, FieldOrigins origins) {
    return index.origin().stream().anyMatch(dependency -> isOwn(dependency, run))
        || (run.isLaunched()
            && run.task() instanceof Task.RunnableObject
            && index.value().paths().stream().anyMatch(path -> isAllotted(path, run, origins)));
  }

  /** Returns whether a path is that of a field of the task that its maker has given it alone. */
  private static boolean isAllotted(AccessPath path, Run run, FieldOrigins origins) {
    return path.root() instanceof Root.This
        && path.selectors().size() == 1
        && path.selectors().get(0) instanceof Selector.Field field
        && origins.of(field.symbol()) instanceof Origin.Injected given
        && !isGivenToAll(run, given.parameter());
  }

  /** Returns whether a loop makes many tasks and gives each the same argument. */
  private static boolean isGivenToAll(Run run, int parameter) {
    return run.task() instanceof Task.RunnableObject object
        && object.path().root() instanceof Root.Fresh fresh
        && fresh.allocation().point().loop() != null
        && parameter < fresh.allocation().arguments().size()
        && isSteady(fresh.allocation().arguments().get(parameter));
  }

  /** Returns whether a value is a parameter or captured variable as it was from the start. */
  private static boolean isSteady(Value value) {
    return value.paths().stream().allMatch(path -> path.root() instanceof Root.Variable)
        && value.dependencies().stream().allMatch(Dependency.OnVariable.class::isInstance)
        && !(value.paths().isEmpty() && value.dependencies().isEmpty());
  }

  private static boolean isOwn(Dependency dependency, Run run) {
    if (dependency instanceof Dependency.OnResult result) {
      return !result.folded() && claims(result.call());
    }
    return run.isLaunched()
        && dependency instanceof Dependency.OnVariable variable
        && !variable.folded()
        && isOwnParameter(new Root.Variable(variable.symbol()), run)
        && givesDistinctElements(run);
  }

  private static boolean isOwnParameter(Root root, Run run) {
    return run.isLaunched()
        && root instanceof Root.Variable variable
        && run.entry().parameters().contains(variable.symbol())
        && !(run.entry().parameters().indexOf(variable.symbol()) == 0
            && run.site().givenTo(run.entry()).isPresent());
  }

  private static boolean claims(Call call) {
    return call.model().flatMap(model -> model.effect(ClaimsResult.class)).isPresent();
  }

  /** A range of numbers, or an operation that goes through the indices of an array. */
  private static boolean givesDistinctElements(Run run) {
    return claims(run.site()) || claimsAtStart(run.site().receiver());
  }

  private static boolean claimsAtStart(Value receiver) {
    return receiver.paths().stream()
        .anyMatch(p -> p.root() instanceof Root.Result result && claims(result.call()));
  }

  /** Returns whether a function that is run in place may be run again for the same location. */
  static boolean repeatsInPlace(Run run, AccessPath location, FieldOrigins origins) {
    Body entry = run.entry();
    boolean own =
        location.root() instanceof Root.Variable variable
            && entry.parameters().contains(variable.symbol())
            && staysInside(location, origins);
    return !run.isLaunched() && !own && (run.many() || isRepeated(run.site()));
  }

  private static boolean isRepeated(Call site) {
    return site.model().stream()
        .flatMap(model -> model.effects().stream())
        .anyMatch(
            effect ->
                (effect instanceof CallsInPlace calls && calls.repeated())
                    || (effect instanceof Launches launches
                        && launches.runs() != Runs.IN_TURN_IF_SCHEDULED));
  }
}
