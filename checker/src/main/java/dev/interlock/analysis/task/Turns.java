package dev.interlock.analysis.task;

import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Point.Loop;
import dev.interlock.analysis.body.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loops that wait for each of the tasks which they take out before they launch the next one. */
final class Turns {
  private final TaskFlow flow;
  private final Awaiting awaiting;

  Turns(TaskFlow flow, Awaiting awaiting) {
    this.flow = flow;
    this.awaiting = awaiting;
  }

  /** Returns whether the tasks of a launch run one after the other, since a loop waits for each. */
  boolean areOf(LaunchSite launcher) {
    if (launcher.launch().isEmpty() || launcher.launchesMany()) {
      return false;
    }
    if (launcher.call().allocation().isEmpty()) {
      return isAwaitedInTurn(launcher.call(), launcher.handed());
    }
    List<Call> starts = startsOf(launcher);
    return !starts.isEmpty()
        && starts.stream().allMatch(start -> isAwaitedInTurn(start, start.receiver()));
  }

  private boolean isAwaitedInTurn(Call launch, Value task) {
    Loop loop = launch.point().loop();
    return loop != null
        && LaunchSite.isTakenOut(task)
        && awaiting.tasksInTurn(loop, launch.point(), launch.body());
  }

  /** Returns the calls that start a thread where it was made, or in the code around. */
  private List<Call> startsOf(LaunchSite thread) {
    List<Call> starts = new ArrayList<>();
    for (@Nullable Body body = thread.call().body();
        body != null;
        body = body.definer().orElse(null)) {
      for (Call call : body.calls()) {
        if (LaunchSite.launchesReceiver(call)
            && flow.of(call.receiver(), body).contains(thread.task())) {
          starts.add(call);
        }
      }
    }
    return starts;
  }
}
