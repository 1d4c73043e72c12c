package dev.interlock.analysis.sharing;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.callgraph.CallGraph;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.callgraph.LockSummaries;
import dev.interlock.analysis.task.Run;
import dev.interlock.analysis.task.RunIndex;
import dev.interlock.library.MethodEffect.Accesses;
import dev.interlock.library.MethodEffect.CallsInPlace;
import dev.interlock.library.MethodEffect.Use;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * What no context of a body can have, from one walk forward over the calls: saves the search for
 * contexts that could not show anything.
 */
public final class ContextBounds {
  private final CompilationIndex index;
  private final CallGraph graph;
  private final RunIndex runs;
  private final LockSummaries locks;
  private final CallbackLocks callbackLocks;

  /** By body: the lambdas defined in it that run wherever they are called. */
  private final ListMultimap<Body, Body> inside = ArrayListMultimap.create();

  private final Set<Body> parallel = new HashSet<>();

  /** The bodies that lock something themselves. */
  private final Set<Body> locking = new HashSet<>();

  /** The bodies that may be run under a lock. */
  private final Set<Body> locked = new HashSet<>();

  public ContextBounds(
      CompilationIndex index,
      CallGraph graph,
      RunIndex runs,
      LockSummaries locks,
      CallbackLocks callbackLocks,
      FrameworkEntries entries) {
    this.index = index;
    this.graph = graph;
    this.runs = runs;
    this.locks = locks;
    this.callbackLocks = callbackLocks;
    for (Body body : index.bodies()) {
      addInside(body);
    }
    for (Body body : index.bodies()) {
      if (entries.of(body).isPresent()
          || runs.runsOf(body).stream().anyMatch(run -> run.isLaunched() || isOfEntry(run))) {
        spread(body, parallel);
      }
      if (takesLocks(body) || runs.runsOf(body).stream().anyMatch(this::isLockedAround)) {
        spread(body, locked);
      } else {
        spreadMonitors(body);
      }
    }
  }

  /**
   * Returns whether a context of {@code body} may be a task, be entered by a framework, or make an
   * entry of a map in which others are made meanwhile.
   */
  public boolean mayBeParallel(Body body) {
    return parallel.contains(body);
  }

  /** Returns whether a context of an access in {@code body} may hold a lock. */
  public boolean mayHoldLocks(Body body) {
    return locked.contains(body) || locking.contains(body);
  }

  private void addInside(Body body) {
    if (body.isLambda() && runs.runsOf(body).isEmpty()) {
      body.definer().ifPresent(definer -> inside.put(definer, body));
    }
    for (Run run : runs.runsOf(body)) {
      inside.put(run.creator(), body);
    }
  }

  /** Adds a body and all that it leads to. */
  private void spread(Body start, Set<Body> reached) {
    Deque<Body> open = new ArrayDeque<>();
    open.add(start);
    while (!open.isEmpty()) {
      Body body = open.remove();
      if (reached.add(body)) {
        body.calls().forEach(call -> addTargets(call, open));
        open.addAll(inside.get(body));
      }
    }
  }

  private void addTargets(Call call, Collection<Body> targets) {
    targets.addAll(graph.targets(call));
    if (call.allocation().isPresent()) {
      targets.addAll(index.initializersOf(call.allocation().get()));
    }
  }

  /** Where only monitors are taken, the tree says at once which calls are made under them. */
  private void spreadMonitors(Body body) {
    Set<Body> under = new HashSet<>();
    boolean any = false;
    for (Call call : body.calls()) {
      if (call.point().monitor() != null) {
        any = true;
        addTargets(call, under);
      }
    }
    for (Access access : body.accesses()) {
      any |= access.point().monitor() != null;
    }
    if (any) {
      locking.add(body);
      under.addAll(inside.get(body));
      under.forEach(target -> spread(target, locked));
    }
  }

  /** Returns whether the body holds locks from one of its operations to another. */
  private boolean takesLocks(Body body) {
    if (locks.of(body).takesAny()) {
      return true;
    }
    for (Access access : body.accesses()) {
      if (mayClaim(access)) {
        return true;
      }
    }
    return false;
  }

  /** Who wins an atomic exchange is alone with what depends on it. */
  private boolean mayClaim(Access access) {
    return access.kind() == Access.Kind.UPDATE
        && access.through().isPresent()
        && locks.isAtomic(access);
  }

  /** Returns whether a map runs the function for a key. */
  private static boolean isOfEntry(Run run) {
    return run.site().model().stream()
        .filter(model -> !model.effects(CallsInPlace.class).isEmpty())
        .flatMap(model -> model.effects(Accesses.class).stream())
        .anyMatch(access -> access.use() == Use.UPDATE && access.key().isPresent());
  }

  private boolean isLockedAround(Run run) {
    return !callbackLocks.heldFor(run).isEmpty();
  }
}
