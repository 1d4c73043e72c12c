package dev.interlock.analysis.task;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.callgraph.CallGraph;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which bodies run only as part of one task: what they make and the task calls later, such as the
 * callback of a request, is called on the thread that has made it.
 */
final class TaskParts {
  /** Who has more callers than that is called from everywhere. */
  private static final int MAX_BODIES = 64;

  private final CallGraph graph;
  private final ImmutableListMultimap<Body, LaunchSite> sites;

  private record Question(Body task, Body part) {}

  private final Map<Question, Boolean> known = new HashMap<>();

  TaskParts(CallGraph graph, ImmutableListMultimap<Body, LaunchSite> sites) {
    this.graph = graph;
    this.sites = sites;
  }

  /** Returns whether {@code part} is only ever called by what {@code task} begins. */
  boolean runsOnlyIn(Body task, Body part) {
    return known.computeIfAbsent(new Question(task, part), q -> find(task, part));
  }

  private boolean find(Body task, Body part) {
    Set<Body> seen = new HashSet<>(Set.of(part));
    Deque<Body> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      Body body = open.remove();
      if (body == task) {
        continue;
      }
      ImmutableList<LaunchSite> runs = sites.get(body);
      ImmutableList<Call> callers = graph.callers(body);
      if (runs.stream().anyMatch(run -> run.launch().isPresent())
          || (runs.isEmpty() && callers.isEmpty())) {
        return false;
      }
      runs.stream().map(run -> run.call().body()).filter(seen::add).forEach(open::add);
      callers.stream().map(Call::body).filter(seen::add).forEach(open::add);
      if (seen.size() > MAX_BODIES) {
        return false;
      }
    }
    return seen.contains(task);
  }
}
