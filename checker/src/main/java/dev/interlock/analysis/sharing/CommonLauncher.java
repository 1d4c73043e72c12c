package dev.interlock.analysis.sharing;

import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.task.Awaiting;
import dev.interlock.analysis.task.Run;
import java.util.Optional;

/**
 * A body that launches two tasks, at least one of which another body has made for it: whether they
 * overlap is seen where they are launched, not where they are made.
 *
 * @param one where it launches one of them
 * @param other where it launches the other one
 */
record CommonLauncher(Body body, Point one, Point other) {

  static Optional<CommonLauncher> of(Run one, Run other) {
    Body body = one.site().body();
    if (one.site() == other.site()
        || other.site().body() != body
        || (one.creator() == body && other.creator() == body)) {
      return Optional.empty();
    }
    return one.launchPoint()
        .flatMap(at -> other.launchPoint().map(next -> new CommonLauncher(body, at, next)));
  }

  /** Returns whether the body waits for the one before it launches the other. */
  boolean waitsBetween(Awaiting awaiting) {
    return awaiting.tasksBetween(
        Math.min(one.order(), other.order()), Math.max(one.order(), other.order()), body);
  }
}
