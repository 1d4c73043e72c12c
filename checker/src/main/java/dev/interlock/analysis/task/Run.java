package dev.interlock.analysis.task;

import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.library.MethodEffect.Launches;
import java.util.Optional;

/**
 * One way in which a task gets to run.
 *
 * @param task what runs
 * @param entry the body that runs first
 * @param site the call that launches it or runs it in place
 * @param launch how it is launched; empty if it runs in place, on the thread that makes the call
 * @param many whether the site launches many runs that overlap, as seen from the body in which the
 *     task was made
 */
public record Run(Task task, Body entry, Call site, Optional<Launches> launch, boolean many) {

  /** Returns whether the task runs on another thread than the one that hands it over. */
  public boolean isLaunched() {
    return launch.isPresent();
  }
}
