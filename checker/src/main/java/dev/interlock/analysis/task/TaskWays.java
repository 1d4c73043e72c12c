package dev.interlock.analysis.task;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.callgraph.CallGraph;
import dev.interlock.analysis.callgraph.LockSummaries;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.library.MethodEffect.Launches;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What runs a body that calls a task: the launches and calls on the way out to the body that made
 * the task.
 *
 * <p>A library of callbacks has thousands of tasks that are called from thousands of bodies, all of
 * which call each other as far as anyone can tell. So the searches run over {@link Node}s that know
 * their neighbours, and what is found for one task is kept for all that the search cannot tell from
 * it.
 */
final class TaskWays {
  private static final int MAX_CLIMB = 6;

  /** So many bodies, at the most, are looked at for the threads that get to another one. */
  private static final int MAX_BODIES = 200;

  private final CallGraph graph;
  private final TaskFlow flow;
  private final LockSummaries locks;
  private final Awaiting awaiting;
  private final ImmutableListMultimap<Body, LaunchSite> sites;
  private final Function<LaunchSite, Object> lanes;
  private final Map<Body, Node> nodes = new IdentityHashMap<>();

  /** All that a search depends on, where no variable is known that brings the task. */
  private record Start(Body creator, Body body, boolean many) {}

  /**
   * @param alike one each of the ways that end at launches of one sort, which come to the same
   */
  private record Found(ImmutableList<Way> all, ImmutableList<Way> alike) {}

  private final Map<Start, Found> known = new HashMap<>();
  private final Map<Body, Set<LaunchSite>> launchers = new HashMap<>();
  private final TaskParts parts;
  private int searches;

  /**
   * @param lanes what runs the tasks of a launch, equal for the same
   */
  TaskWays(
      CallGraph graph,
      TaskFlow flow,
      LockSummaries locks,
      Awaiting awaiting,
      ImmutableListMultimap<Body, LaunchSite> sites,
      Function<LaunchSite, Object> lanes) {
    this.graph = graph;
    this.flow = flow;
    this.locks = locks;
    this.awaiting = awaiting;
    this.sites = sites;
    this.lanes = lanes;
    this.parts = new TaskParts(graph, sites);
  }

  /** Returns the ways from a site that runs a task in place to the body that made the task. */
  ImmutableList<Way> of(LaunchSite site, Body creator) {
    Optional<VarSymbol> carrier = LaunchSite.variable(site.handed());
    Found found =
        carrier.isPresent()
            ? find(site, creator, carrier)
            : known.computeIfAbsent(
                new Start(creator, site.call().body(), site.isRepeated()),
                start -> find(site, creator, carrier));
    return site.isTakenOut() ? found.all() : found.alike();
  }

  private Found find(LaunchSite site, Body creator, Optional<VarSymbol> carrier) {
    Search search = new Search(site.task(), creator, ++searches);
    search.climb(node(site.call().body()), carrier, site.isRepeated(), Manner.DIRECT, 0);
    ImmutableList<Way> all =
        site.isKept() ? ofOneThread(search.found, creator) : ImmutableList.copyOf(search.found);
    return new Found(all, alike(all, creator));
  }

  /**
   * A callback that is kept is called by the thread that has left it there, if that thread is among
   * those which may get to the call: who sends a request on a thread of its own polls for the
   * answer.
   */
  private ImmutableList<Way> ofOneThread(List<Way> ways, Body creator) {
    if (ways.stream().noneMatch(way -> way.launcher().isPresent())) {
      return ImmutableList.copyOf(ways);
    }
    Set<LaunchSite> own = launchersOf(creator);
    ImmutableList<Way> back =
        ways.stream()
            .filter(way -> way.launcher().isEmpty() || own.contains(way.launcher().get()))
            .collect(ImmutableList.toImmutableList());
    return own.isEmpty() || back.isEmpty() ? ImmutableList.copyOf(ways) : back;
  }

  /** Returns the launches of the threads that get to a body. */
  private Set<LaunchSite> launchersOf(Body body) {
    return launchers.computeIfAbsent(
        body,
        creator -> {
          Set<LaunchSite> found = new HashSet<>();
          collect(node(creator), new HashSet<>(), found);
          return found;
        });
  }

  private void collect(Node node, Set<Node> seen, Set<LaunchSite> found) {
    if (!seen.add(node) || seen.size() > MAX_BODIES) {
      return;
    }
    for (Step step : node.launches()) {
      LaunchSite site = step.site;
      if (site != null && site.launch().isPresent()) {
        found.add(site);
      } else {
        collect(step.outer, seen, found);
      }
    }
    node.neighbours().forEach(step -> collect(step.outer, seen, found));
  }

  private ImmutableList<Way> alike(ImmutableList<Way> all, Body creator) {
    ImmutableList.Builder<Way> kept = ImmutableList.builder();
    Set<List<Object>> seen = new HashSet<>();
    for (Way way : all) {
      LaunchSite launcher = way.launcher().orElse(null);
      if (launcher == null
          || launcher.call().body() == creator
          || seen.add(
              List.of(
                  launcher.launch(),
                  lanes.apply(launcher),
                  way.many(),
                  way.awaited(),
                  way.locked(),
                  way.late(),
                  way.wrapped()))) {
        kept.add(way);
      }
    }
    return kept.build();
  }

  private Node node(Body body) {
    return nodes.computeIfAbsent(body, Node::new);
  }

  /** A body, and what runs it. */
  private final class Node {
    private final Body body;
    private @Nullable List<Step> launches;
    private @Nullable List<Step> callers;
    private @Nullable List<Step> neighbours;

    /** The last search that has come by. */
    private int search;

    Node(Body body) {
      this.body = body;
    }

    List<Step> launches() {
      List<Step> steps = launches;
      if (steps == null) {
        steps = new ArrayList<>();
        for (LaunchSite site : sites.get(body)) {
          steps.add(new Step(site.call(), site.isRepeated(), site));
        }
        launches = steps;
      }
      return steps;
    }

    List<Step> callers() {
      List<Step> steps = callers;
      if (steps == null) {
        steps = new ArrayList<>();
        for (Call call : graph.callers(body)) {
          steps.add(new Step(call, call.point().loop() != null, null));
        }
        callers = steps;
      }
      return steps;
    }

    /** Returns the first call by each caller: for a search that asks no more than who calls. */
    List<Step> neighbours() {
      List<Step> steps = neighbours;
      if (steps == null) {
        Map<Node, Step> first = new LinkedHashMap<>();
        callers().forEach(step -> first.putIfAbsent(step.outer, step));
        steps = ImmutableList.copyOf(first.values());
        neighbours = steps;
      }
      return steps;
    }
  }

  /** One step out of a body. */
  private final class Step {
    private final Call call;
    private final Node outer;
    private final boolean repeated;
    private final @Nullable LaunchSite site;
    private @Nullable Boolean locked;
    private @Nullable Boolean wrapping;

    Step(Call call, boolean repeated, @Nullable LaunchSite site) {
      this.call = call;
      this.outer = node(call.body());
      this.repeated = repeated;
      this.site = site;
    }

    boolean isLocked() {
      if (locked == null) {
        locked = locks.of(call.body()).at(call.point()).stream().anyMatch(HeldLock::isExclusive);
      }
      return locked;
    }

    boolean isLate() {
      return site != null && site.isLate();
    }

    /** Returns whether an object runs what it keeps here, or calls itself. */
    boolean isWrapping() {
      if (wrapping == null) {
        wrapping =
            site != null
                ? site.isKept()
                : call.allocation().isEmpty()
                    && call.receiver().paths().equals(ImmutableSet.of(AccessPath.THIS));
      }
      return wrapping;
    }
  }

  /**
   * How a way is gone, as far as it is known by now.
   *
   * @param locked whether a lock is held on it
   * @param late whether something on it may run when the call it is given to has returned
   * @param wrapped whether each object on it runs what it keeps, or calls itself
   */
  private record Manner(boolean locked, boolean late, boolean wrapped) {
    static final Manner DIRECT = new Manner(false, false, true);

    Manner then(Step step) {
      return new Manner(
          locked || (!late && step.isLocked()),
          late || step.isLate(),
          wrapped && step.isWrapping());
    }

    Manner upTo(Step last) {
      return new Manner(locked, late || last.isLate(), wrapped);
    }
  }

  /** A search for one task. */
  private final class Search {
    private final Task task;
    private final Body creator;
    private final int number;
    private final List<Way> found = new ArrayList<>();
    private final Set<Way> toCreator = new HashSet<>();

    Search(Task task, Body creator, int number) {
      this.task = task;
      this.creator = creator;
      this.number = number;
    }

    /**
     * Looks for what runs a body, until the creator or a launch.
     *
     * @param carrier the variable that brings the task into the body, if it is known
     * @param many whether the body is run repeatedly, as far as is known by now
     */
    void climb(Node node, Optional<VarSymbol> carrier, boolean many, Manner manner, int depth) {
      if (node.search == number) {
        return;
      }
      node.search = number;
      for (Step step : node.launches()) {
        LaunchSite site = step.site;
        if (site != null && site.launch().isPresent()) {
          boolean repeated = step.repeated || site.launchesMany();
          found.add(
              parts.runsOnlyIn(node.body, creator)
                  ? way(Optional.empty(), many, /* awaited= */ true, manner)
                  : way(Optional.of(site), repeated, isAwaited(site), manner));
        } else {
          move(step, carrier, many, many || step.repeated, manner, depth);
        }
      }
      if (carrier.isEmpty()) {
        for (Step step : node.neighbours()) {
          move(step, carrier, many, many || step.repeated, manner, depth);
        }
        return;
      }
      for (Step step : node.callers()) {
        if (mayCarry(step.call, node.body, carrier)) {
          move(
              step,
              passedOn(step.call, node.body, carrier),
              many,
              many || step.repeated,
              manner,
              depth);
        }
      }
    }

    private void move(
        Step step,
        Optional<VarSymbol> carrier,
        boolean many,
        boolean more,
        Manner manner,
        int depth) {
      if (step.outer.body == creator || depth >= MAX_CLIMB) {
        boolean again = step.site == null ? many : more;
        Way way = way(Optional.empty(), again, /* awaited= */ true, manner.upTo(step));
        if (toCreator.add(way)) {
          found.add(way);
        }
      } else if (step.outer.search != number) {
        climb(step.outer, carrier, more, manner.then(step), depth + 1);
      }
    }

    private static Way way(
        Optional<LaunchSite> launcher, boolean many, boolean awaited, Manner manner) {
      return new Way(launcher, many, awaited, manner.locked(), manner.late(), manner.wrapped());
    }

    /** Returns whether a helper that launches the task returns only when it has ended. */
    private boolean isAwaited(LaunchSite launcher) {
      Call call = launcher.call();
      return launcher.launch().filter(Launches::awaited).isPresent()
          || (call.body() != creator && awaiting.tasksAfter(call.point().order(), call.body()));
    }

    /** Returns whether a call of {@code body} may bring this very task with it. */
    private boolean mayCarry(Call caller, Body body, Optional<VarSymbol> carrier) {
      return argument(caller, body, carrier)
          .map(value -> flow.of(value, caller.body()).contains(task))
          .orElse(true);
    }

    private Optional<VarSymbol> passedOn(Call caller, Body body, Optional<VarSymbol> carrier) {
      return argument(caller, body, carrier).flatMap(LaunchSite::variable);
    }

    private Optional<Value> argument(Call caller, Body body, Optional<VarSymbol> carrier) {
      if (carrier.isEmpty()) {
        return Optional.empty();
      }
      int parameter = body.parameters().indexOf(carrier.get());
      return parameter >= 0 && parameter < caller.arguments().size()
          ? Optional.of(caller.arguments().get(parameter))
          : Optional.empty();
    }
  }
}
