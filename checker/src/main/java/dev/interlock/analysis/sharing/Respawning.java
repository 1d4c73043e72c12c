package dev.interlock.analysis.sharing;

import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.callgraph.CallGraph;
import dev.interlock.analysis.task.Run;
import dev.interlock.analysis.task.RunIndex;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Tasks that ask for their own next run, such as a poll that schedules the next poll: where that is
 * the last thing which a run does for it, runs come one after the other.
 */
final class Respawning {
  private static final int MAX_DEPTH = 4;

  private final CallGraph graph;
  private final RunIndex runs;
  private final Map<Body, OptionalInt> known = new IdentityHashMap<>();

  Respawning(CallGraph graph, RunIndex runs) {
    this.graph = graph;
    this.runs = runs;
  }

  /**
   * Returns whether a way that has come through {@code body} at {@code before} and comes back to it
   * at {@code again} is that of the next run, asked for after {@code before}.
   */
  boolean isNextRun(Body body, Point before, Point again) {
    OptionalInt sole = known.computeIfAbsent(body, this::soleRespawn);
    return sole.isPresent() && again.order() == sole.getAsInt() && before.order() < again.order();
  }

  /** Returns the one place, in no loop, where a body leads to a launch of itself. */
  private OptionalInt soleRespawn(Body body) {
    Set<Way> ways = new HashSet<>();
    climb(body, body, new Climb(false, false, 0), new HashSet<>(), ways);
    return ways.size() == 1
        ? ways.stream()
            .filter(way -> way.climb().launched() && !way.climb().repeated())
            .mapToInt(way -> way.at().order())
            .findFirst()
        : OptionalInt.empty();
  }

  private void climb(Body from, Body goal, Climb so, Set<Object> seen, Set<Way> ways) {
    if (so.depth() > MAX_DEPTH
        || !seen.add(List.of(System.identityHashCode(from), so.launched(), so.repeated()))) {
      return;
    }
    for (Call call : graph.callers(from)) {
      step(new Way(call.point(), call, so.by(call.point(), false)), call.body(), goal, seen, ways);
    }
    for (Run run : runs.runsOf(from)) {
      Way way = new Way(run.start(), run.task(), so.by(run.start(), run.isLaunched()));
      step(way, run.creator(), goal, seen, ways);
    }
  }

  private void step(Way way, Body outer, Body goal, Set<Object> seen, Set<Way> ways) {
    if (outer == goal) {
      ways.add(way);
    } else {
      climb(outer, goal, way.climb(), seen, ways);
    }
  }

  /**
   * How far out the search has come.
   *
   * @param launched whether a task was launched on the way
   * @param repeated whether the way leads through a loop
   */
  private record Climb(boolean launched, boolean repeated, int depth) {
    Climb by(Point exit, boolean launch) {
      return new Climb(launched || launch, repeated || exit.loop() != null, depth + 1);
    }
  }

  /**
   * A way back into a body.
   *
   * @param at where the body takes it
   * @param through what it calls or launches there
   */
  private record Way(Point at, Object through, Climb climb) {}
}
