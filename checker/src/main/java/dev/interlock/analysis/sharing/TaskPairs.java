package dev.interlock.analysis.sharing;

import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.body.Point.Outcome;
import dev.interlock.analysis.task.Awaiting;
import dev.interlock.analysis.task.Run;
import dev.interlock.analysis.task.Stages;

/** Decides whether two tasks overlap that one run of a body makes or launches. */
final class TaskPairs {
  private final Awaiting awaiting;

  TaskPairs(Awaiting awaiting) {
    this.awaiting = awaiting;
  }

  /** Returns whether the tasks of both sides may overlap in one run of the body where they meet. */
  boolean overlap(Meeting meeting) {
    Run one = meeting.one().launch().run();
    Run other = meeting.other().launch().run();
    return !Meeting.areOfOneThread(one, other)
        && CommonLauncher.of(one, other)
            .map(launcher -> overlapIn(launcher, one, other))
            .orElseGet(() -> overlapWhereMade(meeting));
  }

  private boolean overlapIn(CommonLauncher launcher, Run one, Run other) {
    return !areAlternatives(launcher.one(), launcher.other())
        && !Stages.follows(one.site(), other.site())
        && !Stages.follows(other.site(), one.site())
        && !launcher.waitsBetween(awaiting);
  }

  private boolean overlapWhereMade(Meeting meeting) {
    Meeting.Side one = meeting.one();
    Meeting.Side other = meeting.other();
    Meeting.Side earlier = one.at().order() <= other.at().order() ? one : other;
    Meeting.Side later = earlier == one ? other : one;
    return (one.at() != other.at() || areBothMade(one.launch().run(), other.launch().run()))
        && !earlier.launch().run().awaited()
        && !Stages.follows(later.launch().run().site(), earlier.launch().run().site())
        && !awaiting.tasksBetween(earlier.at().order(), later.at().order(), meeting.body());
  }

  /** Returns whether a task that is handed over once is launched by two calls of one body. */
  private static boolean areBothMade(Run one, Run other) {
    return one.site() != other.site()
        && one.site().body() == other.site().body()
        && !areAlternatives(one.site().point(), other.site().point());
  }

  private static boolean areAlternatives(Point one, Point other) {
    return one.isAlternativeTo(other) || areInOneSwitch(one, other);
  }

  /** The cases of a switch are believed to be alternatives, though two may be one case. */
  private static boolean areInOneSwitch(Point one, Point other) {
    for (Condition a = one.control(); a != null; a = a.outer()) {
      for (Condition b = other.control(); b != null; b = b.outer()) {
        if (a.tree() == b.tree() && a.outcome() == Outcome.ANY && b.outcome() == Outcome.ANY) {
          return true;
        }
      }
    }
    return false;
  }
}
