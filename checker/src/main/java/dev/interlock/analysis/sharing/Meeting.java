package dev.interlock.analysis.sharing;

import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.sharing.Context.Step;
import dev.interlock.analysis.task.Run;
import dev.interlock.library.MethodEffect.RunsOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The innermost run of a body that two contexts have in common, as far out as their ways are the
 * same: there it is seen in which order it makes, calls or launches what leads to the two accesses.
 *
 * @param callers the calls that lead to the body on its own thread, innermost first
 */
record Meeting(Body body, Side one, Side other, List<Step> callers) {

  /**
   * One of the two contexts.
   *
   * @param inside its way below the body, innermost first
   * @param inner its crossings below the body
   * @param outer its crossings further out
   */
  record Side(Point at, List<Step> inside, List<Crossing> inner, List<Crossing> outer) {

    boolean isLaunched() {
      return !inner.isEmpty();
    }

    /** Returns the launch that the body itself makes, or that is nearest to it. */
    Crossing launch() {
      return inner.get(inner.size() - 1);
    }
  }

  static Optional<Meeting> of(Context a, Context b) {
    List<Step> ways = chain(a);
    List<Step> others = chain(b);
    int i = ways.size() - 1;
    int j = others.size() - 1;
    if (ways.get(i).body() != others.get(j).body()) {
      return Optional.empty();
    }
    while (i > 0
        && j > 0
        && ways.get(i).at() == others.get(j).at()
        && ways.get(i - 1).body() == others.get(j - 1).body()
        && isOneRun(a, ways, i, b, others, j)) {
      i--;
      j--;
    }
    return Optional.of(
        new Meeting(
            ways.get(i).body(), side(a, ways, i), side(b, others, j), callers(ways, others, i, j)));
  }

  /** Returns the position at which a side makes its access, or at which its task begins. */
  int begin(Side side) {
    return ownLaunch(side).orElse(side.at()).order();
  }

  /**
   * Returns whether the task of a side has ended when the body goes on. Of a task that another body
   * has made but this one launches, what is known is that this one waits for it later on.
   */
  boolean endsAtOnce(Side task) {
    return task.launch().run().awaited() && ownLaunch(task).isEmpty();
  }

  /** Returns where this body launches a task that another body has made. */
  private Optional<Point> ownLaunch(Side side) {
    return Optional.of(side)
        .filter(Side::isLaunched)
        .map(task -> task.launch().run())
        .filter(run -> run.creator() != body && run.site().body() == body)
        .flatMap(Run::launchPoint);
  }

  /** Returns what both ways have in common further out, up to the launch of the thread. */
  private static List<Step> callers(List<Step> ways, List<Step> others, int i, int j) {
    List<Step> callers = new ArrayList<>();
    for (int n = 1; i + n < ways.size() && j + n < others.size(); n++) {
      Step caller = ways.get(i + n);
      if (caller.launches() || caller.at() != others.get(j + n).at()) {
        break;
      }
      callers.add(caller);
    }
    return callers;
  }

  /** A task that is handed over once may be launched by two calls: those are two runs. */
  private static boolean isOneRun(
      Context a, List<Step> ways, int i, Context b, List<Step> others, int j) {
    if (!ways.get(i).launches() || !others.get(j).launches()) {
      return true;
    }
    Run one = a.crossings().get(launches(ways, i) - 1).run();
    Run other = b.crossings().get(launches(others, j) - 1).run();
    return one.site() == other.site() || (isThreadItself(one) && isThreadItself(other));
  }

  /** Returns whether two runs are of one object that is a thread: no thread is started twice. */
  static boolean areOfOneThread(Run one, Run other) {
    return isThreadItself(one) && isThreadItself(other) && one.task().equals(other.task());
  }

  private static boolean isThreadItself(Run run) {
    return run.launch()
        .filter(launch -> launch.thread() == RunsOn.OWN && launch.task().isReceiver())
        .isPresent();
  }

  private static int launches(List<Step> chain, int index) {
    return (int) chain.subList(0, index + 1).stream().filter(Step::launches).count();
  }

  /** Returns the way of a context from the access outwards, the access itself included. */
  static List<Step> chain(Context context) {
    List<Step> chain = new ArrayList<>();
    chain.add(new Step(context.body(), context.made(), false));
    chain.addAll(context.steps());
    return chain;
  }

  private static Side side(Context context, List<Step> chain, int index) {
    List<Crossing> crossings = context.crossings();
    int inner = Math.min(launches(chain, index), crossings.size());
    return new Side(
        chain.get(index).at(),
        chain.subList(0, index),
        crossings.subList(0, inner),
        crossings.subList(inner, crossings.size()));
  }
}
