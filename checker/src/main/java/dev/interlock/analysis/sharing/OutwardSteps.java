package dev.interlock.analysis.sharing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.callgraph.FieldOrigins;
import dev.interlock.analysis.callgraph.Getters;
import dev.interlock.analysis.callgraph.Translation;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.sharing.Context.Step;
import dev.interlock.analysis.task.Awaiting;
import dev.interlock.analysis.task.Run;
import java.util.Optional;

/**
 * Takes a search from a body to one that calls, makes or launches it: the location, the locks and
 * the changes of threads, in the terms of the outer one.
 */
final class OutwardSteps {
  private final Translation translation;
  private final Getters getters;
  private final Awaiting awaiting;
  private final ServiceThreads services;
  private final Preconditions preconditions;

  OutwardSteps(
      Translation translation,
      Getters getters,
      Awaiting awaiting,
      FieldOrigins origins,
      Preconditions preconditions) {
    this.translation = translation;
    this.getters = getters;
    this.awaiting = awaiting;
    this.services = new ServiceThreads(origins);
    this.preconditions = preconditions;
  }

  /**
   * Returns where the search stands outside.
   *
   * @param translated the location in terms of the outer body, which calls it {@code location} as
   *     well
   */
  SearchState next(SearchState state, WayOut exit, AccessPath translated, AccessPath location) {
    ImmutableList<Step> steps =
        ImmutableList.<Step>builder()
            .addAll(state.steps())
            .add(new Step(exit.outer(), exit.at(), exit.launch().isPresent()))
            .build();
    return new SearchState(
        state.origin(),
        state.made(),
        exit.outer(),
        location,
        exit.at(),
        held(state, exit, translated, location),
        state.late() || exit.run().filter(Run::late).isPresent(),
        crossings(state, exit, translated, location),
        steps,
        ImmutableSet.<Precondition>builder()
            .addAll(exit.preconditions())
            .addAll(preconditions.at(exit.at(), exit.outer()))
            .build());
  }

  private ImmutableSet<HeldLock> held(
      SearchState state, WayOut exit, AccessPath translated, AccessPath location) {
    if (state.locks().isEmpty() && exit.held().isEmpty()) {
      return ImmutableSet.of();
    }
    return ImmutableSet.<HeldLock>builder()
        .addAll(
            LockNames.follow(
                state.locks().stream().filter(lock -> !isOwn(lock, state)).toList(),
                state.location(),
                location,
                path ->
                    outside(path, state, exit).stream()
                        .map(named -> LockNames.follow(named, translated, location))
                        .collect(ImmutableSet.toImmutableSet())))
        .addAll(LockNames.follow(exit.held(), translated, location))
        .build();
  }

  /** Returns whether a lock is what the body has taken out for itself, and others do not take. */
  private boolean isOwn(HeldLock lock, SearchState state) {
    return !lock.paths().isEmpty()
        && lock.paths().stream()
            .map(HeldLock::objectOf)
            .allMatch(
                path -> !path.root().equals(state.location().root()) && getters.isTakenOut(path));
  }

  /** Locks are put into other terms as the location is, that they can be told to belong to it. */
  private ImmutableSet<AccessPath> outside(AccessPath lock, SearchState state, WayOut exit) {
    return exit.translate().apply(lock).stream()
        .map(path -> declared(path, state, exit.outer()))
        .collect(ImmutableSet.toImmutableSet());
  }

  private ImmutableList<Crossing> crossings(
      SearchState state, WayOut exit, AccessPath translated, AccessPath location) {
    Optional<Run> launch = exit.launch();
    if (state.crossings().isEmpty() && launch.isEmpty()) {
      return ImmutableList.of();
    }
    boolean repeated = exit.repeats(state.location(), location, awaiting);
    boolean recurs = launch.filter(Run::isOutlived).isPresent();
    ImmutableList.Builder<Crossing> crossings = ImmutableList.builder();
    state
        .crossings()
        .forEach(
            c ->
                crossings.add(
                    (repeated && !endsInside(c)) || (recurs && outlives(c)) ? c.again() : c));
    launch
        .map(run -> isOfLane(run, translated, location) ? run.serially() : run)
        .map(run -> crossing(run, exit, location, repeated))
        .ifPresent(crossings::add);
    return crossings.build();
  }

  private static boolean isOfLane(Run run, AccessPath translated, AccessPath location) {
    return OwnElements.areOfLane(location, run) || OwnElements.areOfLane(translated, run);
  }

  private Crossing crossing(Run run, WayOut exit, AccessPath location, boolean repeated) {
    boolean serving = !repeated && services.serveLauncher(run, exit.outer(), location);
    return new Crossing(run, exit.outer(), exit.at(), repeated, serving);
  }

  /** Returns whether the body that launches a task returns only when it has ended. */
  private boolean endsInside(Crossing task) {
    return task.run().site().body() == task.body()
        && awaiting.tasksAfter(task.at().order(), task.body());
  }

  /** Returns whether a task may still run when the body that has launched it runs again. */
  private boolean outlives(Crossing task) {
    return !task.run().awaited() && !awaiting.tasksAfter(task.at().order(), task.body());
  }

  /** What a local class has captured comes back to the body that declares it. */
  AccessPath declared(AccessPath path, SearchState state, Body outer) {
    if (!(path.root() instanceof Root.Variable variable)
        || outer.parameters().contains(variable.symbol())) {
      return path;
    }
    Optional<AccessPath> captured = captured(path, variable, state.origin(), outer);
    for (Step step : state.steps()) {
      if (captured.isPresent()) {
        break;
      }
      captured = captured(path, variable, step.body(), outer);
    }
    return captured.orElse(path);
  }

  private Optional<AccessPath> captured(
      AccessPath path, Root.Variable variable, Body inner, Body outer) {
    return inner.captures().containsKey(variable.symbol())
            && inner.definer().filter(outer::equals).isPresent()
        ? translation.toDefiner(path, inner, Optional.empty()).stream().findFirst()
        : Optional.empty();
  }
}
