package dev.interlock.analysis.task;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Point.Loop;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.callgraph.CallGraph;
import dev.interlock.library.MethodEffect.Awaits;
import dev.interlock.library.MethodEffect.Launches;
import dev.interlock.library.MethodEffect.Wait;
import dev.interlock.library.MethodModel;
import dev.interlock.library.Trait;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which calls wait for other threads, themselves or through methods of the compilation. */
public final class Awaiting {
  private static final int MAX_DEPTH = 3;

  private final CallGraph graph;
  private final Map<Body, Boolean> forTasks = new IdentityHashMap<>();
  private final Map<Body, ImmutableList<Call>> waits = new IdentityHashMap<>();
  private final Map<Body, Boolean> atBarriers = new IdentityHashMap<>();
  private final Map<Body, ImmutableList<Call>> barriers = new IdentityHashMap<>();

  /** What is known of a value beyond its type. */
  private final Function<Value, ImmutableSet<Trait>> traits;

  public Awaiting(CallGraph graph, Function<Value, ImmutableSet<Trait>> traits) {
    this.graph = graph;
    this.traits = traits;
  }

  /** Returns whether {@code body} waits for tasks after position {@code order}. */
  public boolean tasksAfter(int order, Body body) {
    return waits(body).stream().anyMatch(call -> call.point().order() > order);
  }

  /** Returns whether {@code body} waits for tasks between two positions. */
  public boolean tasksBetween(int from, int to, Body body) {
    return tasksBetween(from, to, body, wait -> true);
  }

  /**
   * Returns whether {@code body} waits for tasks between two positions, by a call that counts.
   *
   * @param counts whether a call that waits makes any difference to the task in question
   */
  public boolean tasksBetween(int from, int to, Body body, Predicate<Call> counts) {
    for (Call call : waits(body)) {
      if (call.point().order() > from && call.point().order() <= to && counts.test(call)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether {@code body} waits for tasks after {@code at} and before the next turn of a
   * loop around it.
   */
  public boolean tasksInTurn(Loop loop, Point at, Body body) {
    return waits(body).stream()
        .map(Call::point)
        .anyMatch(point -> point.order() > at.order() && point.isInside(loop.tree()));
  }

  /** Returns the calls of {@code body} that wait for tasks. */
  private ImmutableList<Call> waits(Body body) {
    return waits.computeIfAbsent(
        body,
        b ->
            b.calls().stream()
                .filter(call -> awaits(call, Wait.TASKS, MAX_DEPTH))
                .collect(toImmutableList()));
  }

  /** Returns whether the body meets other threads at barriers. */
  public boolean usesBarrier(Body body) {
    return !barriers(body).isEmpty();
  }

  /** Returns whether a call waits for the other threads at a barrier. */
  public boolean isBarrier(Call call) {
    return awaits(call, Wait.BARRIER, 1);
  }

  /** Returns at how many barriers of the body a thread has been when it comes to {@code at}. */
  public long phase(Point at, Body body) {
    return barriers(body).stream().filter(call -> call.point().order() < at.order()).count();
  }

  /** Returns the calls of {@code body} at which it meets other threads. */
  private ImmutableList<Call> barriers(Body body) {
    return barriers.computeIfAbsent(
        body, b -> b.calls().stream().filter(this::isBarrier).collect(toImmutableList()));
  }

  private boolean awaits(Call call, Wait target, int depth) {
    if (call.model().isPresent()) {
      return awaits(call, call.model().get(), target);
    }
    if (depth == 0) {
      return false;
    }
    ImmutableList<Body> targets = graph.targets(call);
    return targets.size() == 1 && awaits(targets.get(0), target, depth);
  }

  private boolean awaits(Call call, MethodModel model, Wait target) {
    for (Awaits awaited : model.effects(Awaits.class)) {
      if (awaited.target() == target && isMet(awaited, call)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Who asks for a permit that is not there waits for one of the tasks that it has launched; else
   * nobody knows how many have been released.
   */
  private boolean isMet(Awaits awaited, Call call) {
    return awaited.needs().isEmpty()
        || (traits.apply(call.receiver()).contains(awaited.needs().get())
            && call.body().calls().stream()
                .flatMap(each -> each.model().stream())
                .anyMatch(model -> model.effect(Launches.class).isPresent()));
  }

  private boolean awaits(Body body, Wait target, int depth) {
    Map<Body, Boolean> known = target == Wait.TASKS ? forTasks : atBarriers;
    Boolean answer = known.get(body);
    if (answer == null) {
      known.put(body, false);
      answer = body.calls().stream().anyMatch(call -> awaits(call, target, depth - 1));
      known.put(body, answer);
    }
    return answer;
  }
}
