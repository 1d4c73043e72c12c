package dev.interlock.analysis.task;

import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.callgraph.CallGraph;
import dev.interlock.library.MethodEffect.Launches;
import dev.interlock.library.MethodEffect.Runs;
import dev.interlock.library.MethodEffect.RunsOn;
import dev.interlock.library.Operand;
import java.util.List;
import java.util.function.Predicate;

/** Threads that are launched again and again and each run what is kept, such as a listener. */
final class Relaunches {
  /** How many helpers, such as factories of threads, may pass on what is launched. */
  private static final int MAX_HELPERS = 3;

  private final CallGraph graph;
  private final TaskFlow flow;

  /** Whether a method is called once in the life of its object. */
  private final Predicate<MethodSymbol> onceOnly;

  Relaunches(CallGraph graph, TaskFlow flow, Predicate<MethodSymbol> onceOnly) {
    this.graph = graph;
    this.flow = flow;
    this.onceOnly = onceOnly;
  }

  /** Returns whether the launch that a way to what is kept ends at may be made again. */
  boolean endOf(Way way) {
    return way.launcher()
        .filter(l -> l.launch().filter(of -> of.runs() == Runs.ONCE && !of.awaited()).isPresent())
        .filter(l -> isRepeatable(l.call(), l.handed(), l, way.wrapped(), MAX_HELPERS))
        .isPresent();
  }

  /** Returns whether a method launches, each time it is called, a task that its object keeps. */
  boolean ofKept(LaunchSite site) {
    return site.isKept()
        && site.launch().filter(Relaunches::isOnPool).isPresent()
        && !isRemembered(site.call())
        && isUnconditional(site.call(), site.entry(), MAX_HELPERS)
        && isRepeatable(site.call(), site.handed(), site, /* wrapped= */ false, MAX_HELPERS);
  }

  private static boolean isOnPool(Launches launch) {
    return launch.runs() == Runs.ONCE
        && !launch.awaited()
        && (launch.thread() == RunsOn.EXECUTOR || launch.thread() == RunsOn.POOL);
  }

  /** Returns whether nothing but a call from elsewhere than the task itself leads to a call. */
  private boolean isUnconditional(Call call, Body task, int depth) {
    if (call.point().control() != null || call.body() == task || depth == 0) {
      return false;
    }
    List<Call> callers = graph.callers(call.body());
    return callers.isEmpty()
        || callers.stream().anyMatch(caller -> isUnconditional(caller, task, depth - 1));
  }

  /** Returns whether the object keeps what a launch returns, to ask whether the task has ended. */
  private static boolean isRemembered(Call call) {
    return call.body().accesses().stream()
        .filter(access -> access.kind() == Access.Kind.WRITE)
        .flatMap(write -> write.written().paths().stream())
        .anyMatch(handle -> handle.selectors().isEmpty() && isOf(call, handle.root()));
  }

  /**
   * Returns whether a call that launches what it hands over, or passes it on to who does, may be
   * made again for the same.
   */
  private boolean isRepeatable(
      Call call, Value handed, LaunchSite launcher, boolean wrapped, int depth) {
    Body body = call.body();
    if (body.kind() != Body.Kind.METHOD
        || body.method().filter(onceOnly).isPresent()
        || isOnlyThread(call, handed)
        || isStart(body, launcher)
        || (wrapped && isMadeForLaunch(handed, body, launcher))) {
      return false;
    }
    int parameter = LaunchSite.variable(handed).map(v -> parameter(v, body)).orElse(-1);
    List<Call> callers = parameter < 0 || depth == 0 ? List.of() : graph.callers(body);
    if (callers.isEmpty()) {
      return true;
    }
    for (Call caller : callers) {
      Value passed = caller.operand(new Operand(parameter));
      if (flow.of(passed, caller.body()).contains(launcher.task())
          && isRepeatable(caller, passed, launcher, wrapped, depth - 1)) {
        return true;
      }
    }
    return false;
  }

  /** What is called {@code start} gives, once, a thread each to the tasks that its object keeps. */
  private static boolean isStart(Body body, LaunchSite launcher) {
    return launcher.isKept()
        && launcher.launch().filter(launch -> launch.thread() == RunsOn.OWN).isPresent()
        && body.method().filter(m -> m.getSimpleName().toString().startsWith("start")).isPresent();
  }

  /** An object that keeps the thread which serves it has one at a time. */
  private static boolean isOnlyThread(Call call, Value handed) {
    return handed.paths().equals(ImmutableSet.of(AccessPath.THIS))
        && call.body().accesses().stream()
            .filter(access -> access.kind() == Access.Kind.WRITE)
            .filter(write -> isOwnField(write.location()))
            .flatMap(write -> write.written().paths().stream())
            .anyMatch(handle -> handle.selectors().isEmpty() && isOf(call, handle.root()));
  }

  private static boolean isOwnField(AccessPath location) {
    return location.root() instanceof Root.This
        && location.selectors().size() == 1
        && location.selectors().get(0) instanceof Selector.Field;
  }

  private static boolean isOf(Call call, Root handle) {
    return handle instanceof Root.Result result
        ? result.call() == call
        : handle instanceof Root.Fresh made
            && call.allocation().filter(made.allocation()::equals).isPresent();
  }

  private static int parameter(VarSymbol variable, Body body) {
    return body.parameters().indexOf(variable);
  }

  /**
   * Each thread runs what the task object keeps that was made for it, such as a wrapper, which may
   * launch itself again.
   */
  private static boolean isMadeForLaunch(Value handed, Body body, LaunchSite launcher) {
    return launcher.task() instanceof Task.RunnableObject
        && !handed.paths().isEmpty()
        && handed.paths().stream()
            .allMatch(
                path ->
                    path.selectors().isEmpty()
                        && (path.root() instanceof Root.Fresh
                            || (path.root() instanceof Root.This && body == launcher.entry())));
  }
}
