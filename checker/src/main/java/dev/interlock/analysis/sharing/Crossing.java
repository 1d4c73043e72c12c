package dev.interlock.analysis.sharing;

import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.task.Run;

/**
 * The step from a task back to the code that made it: between the two lies a change of threads.
 *
 * @param run how the task gets to run
 * @param body the body that made the task
 * @param at where it hands the task over
 * @param repeated whether the task is handed over again and again for the same location
 * @param serving whether the task is the one thread that serves the object which launches it and
 *     which has the location
 */
public record Crossing(Run run, Body body, Point at, boolean repeated, boolean serving) {

  Crossing again() {
    return repeated ? this : new Crossing(run, body, at, true, serving);
  }

  /** Returns whether runs of the task on one location may overlap each other. */
  public boolean overlapsItself() {
    return !run.serial() && !serving && (run.many() || repeated);
  }
}
