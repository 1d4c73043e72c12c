package dev.interlock.analysis.task;

import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Value;
import dev.interlock.library.MethodEffect;
import dev.interlock.library.MethodEffect.Launches;
import java.util.Objects;
import java.util.Optional;

/**
 * One way in which a task gets to run.
 *
 * @param task what runs
 * @param entry the body that runs first
 * @param creator the body that made the task
 * @param handover where in {@code creator} the task is handed over
 * @param start where in {@code creator} it is launched or run, or else handed over
 * @param site the call, maybe in another body, that is given the task to launch or run it
 * @param launch how it is launched; empty if it runs on the thread that hands it over
 * @param many whether one handover leads to runs that overlap
 * @param recursive whether runs of the task make and launch more of its kind
 * @param serial whether the thread or executor runs one task at a time
 * @param executor what stands for the executor, equal for the same one
 * @param stripe which of an array of executors runs the task, each of which runs one at a time
 * @param owner the object that has the executor, which runs one task at a time, for itself
 * @param awaited whether the handing-over call returns only when the task has ended
 * @param locked whether some lock is held on the way from the launched thread to the task
 * @param late whether the task, which nobody is seen to launch, may run when what it was given to
 *     has returned, and the locks held there are free again
 */
public record Run(
    Task task,
    Body entry,
    Body creator,
    Point handover,
    Point start,
    Call site,
    Optional<Launches> launch,
    boolean many,
    boolean recursive,
    boolean serial,
    Optional<Object> executor,
    Optional<Index> stripe,
    Optional<AccessPath> owner,
    boolean awaited,
    boolean locked,
    boolean late) {

  /** Returns whether the task runs on another thread than the one that hands it over. */
  public boolean isLaunched() {
    return launch.isPresent();
  }

  /** Returns what the call that is given the task launches, if it is itself what launches it. */
  public Optional<Value> launched() {
    return ownLaunch().map(l -> site.operand(l.task()));
  }

  /**
   * Returns where the call that is given the task has it begin, if it is itself what launches it,
   * and does not wait for its end.
   */
  public Optional<Point> launchPoint() {
    return ownLaunch().filter(l -> !l.awaited()).map(l -> LaunchSite.pointOf(site, launch));
  }

  private Optional<Launches> ownLaunch() {
    return launch.filter(
        l -> site.model().filter(m -> m.effects(Launches.class).contains(l)).isPresent());
  }

  /** Returns this run as one of an executor that runs one task at a time. */
  public Run serially() {
    return new Run(
        task,
        entry,
        creator,
        handover,
        start,
        site,
        launch,
        many,
        recursive,
        /* serial= */ true,
        executor,
        stripe,
        owner,
        awaited,
        locked,
        late);
  }

  /** Returns whether runs of the task follow one another, however long they repeat. */
  public boolean isPeriodic() {
    return launch
        .map(MethodEffect.Launches::runs)
        .filter(
            runs ->
                runs == MethodEffect.Runs.PERIODIC
                    || runs == MethodEffect.Runs.PERIODIC_IF_SCHEDULED
                    || runs == MethodEffect.Runs.IN_TURN_IF_SCHEDULED)
        .isPresent();
  }

  /** Returns whether what one run of the task launches may still run during the next one. */
  public boolean isOutlived() {
    return isPeriodic()
        && launch.filter(l -> l.runs() == MethodEffect.Runs.IN_TURN_IF_SCHEDULED).isEmpty();
  }

  /** What tells nearly all runs apart; the rest is left to {@code equals}. */
  @Override
  public int hashCode() {
    return Objects.hash(task, site, start);
  }

  @Override
  public boolean equals(Object o) {
    return this == o
        || (o instanceof Run run
            && site == run.site
            && entry == run.entry
            && creator == run.creator
            && many == run.many
            && recursive == run.recursive
            && serial == run.serial
            && awaited == run.awaited
            && locked == run.locked
            && late == run.late
            && task.equals(run.task)
            && handover.equals(run.handover)
            && start.equals(run.start)
            && launch.equals(run.launch)
            && executor.equals(run.executor)
            && stripe.equals(run.stripe)
            && owner.equals(run.owner));
  }
}
