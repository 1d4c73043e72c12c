package dev.interlock.analysis.task;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.FunctionValue;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.callgraph.CallGraph;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.callgraph.FieldOrigins;
import dev.interlock.analysis.callgraph.LockSummaries;
import dev.interlock.analysis.lock.Claims;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.library.MethodEffect.Launches;
import dev.interlock.library.MethodEffect.RunsOn;
import dev.interlock.library.Operand;
import dev.interlock.library.Trait;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How every task of the compilation gets to run, seen from the body that makes the task. */
public final class RunIndex {
  private static final int MAX_CLIMB = 6;

  private final CallGraph graph;
  private final TaskFlow flow;
  private final LockSummaries facts;
  private final Awaiting awaiting;
  private final ExecutorTypes executorTypes;
  private final Handovers handovers = new Handovers();
  private final ListMultimap<Body, LaunchSite> sites;
  private final ImmutableListMultimap<Body, Run> runs;
  private final ImmutableSet<Body> launchers;

  public RunIndex(
      CompilationIndex index,
      CallGraph graph,
      FieldOrigins origins,
      TaskFlow flow,
      LockSummaries facts,
      Awaiting awaiting) {
    this.graph = graph;
    this.flow = flow;
    this.facts = facts;
    this.awaiting = awaiting;
    this.executorTypes = new ExecutorTypes(index);
    this.sites = LaunchSites.find(index, graph, origins, flow);
    ImmutableListMultimap.Builder<Body, Run> resolved = ImmutableListMultimap.builder();
    for (Body entry : sites.keySet()) {
      sites.get(entry).stream()
          .flatMap(site -> new Resolution(site).resolve().stream())
          .distinct()
          .forEach(run -> resolved.put(entry, run));
    }
    runs = resolved.build();
    launchers =
        runs.values().stream()
            .filter(Run::isLaunched)
            .map(Run::creator)
            .collect(ImmutableSet.toImmutableSet());
  }

  /** Returns whether {@code body} launches tasks. */
  public boolean isLauncher(Body body) {
    return launchers.contains(body);
  }

  /** Returns the ways in which {@code entry} runs as a task, rather than by a plain call. */
  public List<Run> runsOf(Body entry) {
    return runs.get(entry);
  }

  /** Finds out what a site means for the body that made the task. */
  private final class Resolution {
    private final LaunchSite site;
    private final Body creator;
    private final Point handover;
    private final List<Run> found = new ArrayList<>();
    private final Set<Body> climbed = new HashSet<>();

    Resolution(LaunchSite site) {
      this.site = site;
      this.creator = creatorOf(site.task());
      this.handover = handovers.of(site.task(), creator);
    }

    List<Run> resolve() {
      boolean many = site.launchesMany() && site.isDirect();
      boolean awaited = site.launch().filter(Launches::awaited).isPresent();
      if (site.call().body() == creator) {
        add(site, many, awaited, site.isDirect() ? site.call().point() : handover, false);
      } else if (site.launch().isPresent()) {
        boolean waits =
            awaited || awaiting.tasksAfter(site.call().point().order(), site.call().body());
        add(site, many || site.isRepeated(), waits, handover, false);
      } else {
        climb(site.call().body(), LaunchSite.variable(site.handed()), site.isRepeated(), false, 0);
      }
      return found;
    }

    /**
     * Looks for what runs the body that calls the task, until the creator or a launch.
     *
     * @param carrier the variable that brings the task into {@code body}, if it is known
     * @param many whether the body is run repeatedly, as far as is known by now
     */
    private void climb(
        Body body, Optional<VarSymbol> carrier, boolean many, boolean locked, int depth) {
      if (!climbed.add(body)) {
        return;
      }
      for (LaunchSite outer : sites.get(body)) {
        if (outer.launch().isPresent()) {
          add(
              outer,
              outer.isRepeated() || outer.launchesMany(),
              isAwaited(outer),
              handover,
              locked);
        } else if (outer.call().body() == creator || depth >= MAX_CLIMB) {
          add(site, many || outer.isRepeated(), true, handover, locked);
        } else {
          climb(
              outer.call().body(),
              carrier,
              many || outer.isRepeated(),
              locked || isLocked(outer.call()),
              depth + 1);
        }
      }
      for (Call caller : graph.callers(body)) {
        if (!mayCarry(caller, body, carrier)) {
          continue;
        }
        if (caller.body() == creator || depth >= MAX_CLIMB) {
          add(site, many, true, handover, locked);
        } else {
          boolean more = many || caller.point().loop() != null;
          climb(
              caller.body(),
              passedOn(caller, body, carrier),
              more,
              locked || isLocked(caller),
              depth + 1);
        }
      }
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
          .map(value -> flow.of(value, caller.body()).contains(site.task()))
          .orElse(true);
    }

    private Optional<VarSymbol> passedOn(Call caller, Body body, Optional<VarSymbol> carrier) {
      return argument(caller, body, carrier).flatMap(LaunchSite::variable);
    }

    private Optional<Value> argument(Call caller, Body body, Optional<VarSymbol> carrier) {
      return carrier
          .map(body.parameters()::indexOf)
          .filter(parameter -> parameter >= 0 && parameter < caller.arguments().size())
          .map(caller.arguments()::get);
    }

    private void add(
        LaunchSite launcher, boolean many, boolean awaited, Point handedOverAt, boolean locked) {
      Optional<Launches> launch = launcher.launch();
      Optional<Value> executor =
          launch.flatMap(Launches::executor).map(operand -> launcher.call().operand(operand));
      boolean drained = launcher != site && site.isTakenOut() && !many;
      Optional<Object> claim = launch.flatMap(l -> claimOf(launcher.call()));
      boolean serial =
          drained
              || claim.isPresent()
              || launch.filter(l -> l.thread() == RunsOn.EVENT_LOOP).isPresent()
              || (executor.filter(RunIndex.this::isOne).isPresent() && isSerial(launcher));
      found.add(
          new Run(
              site.task(),
              site.entry(),
              creator,
              handedOverAt,
              launcher.call().body() == creator ? launcher.call().point() : handedOverAt,
              site.call(),
              launch,
              many,
              isRecursive(),
              serial,
              drained
                  ? Optional.of(launcher.call())
                  : claim.or(() -> executorKey(launch, executor)),
              awaited,
              locked));
    }

    private boolean isSerial(LaunchSite launcher) {
      Operand executor = launcher.launch().flatMap(Launches::executor).orElseThrow();
      Call call = launcher.call();
      return facts.traits(call.operand(executor)).contains(Trait.SERIAL)
          || executorTypes.isSerial(call, executor);
    }

    /** A task that makes and launches more of its kind, as in divide and conquer. */
    private boolean isRecursive() {
      return site.launch().isPresent() && site.entry() == creator;
    }
  }

  /**
   * Returns the variable that a thread must have claimed to get to a call; the task that it
   * launches there is the only one until it gives the variable back.
   */
  private Optional<Object> claimOf(Call call) {
    return Claims.ofOne(call, facts).stream()
        .map(claim -> claim.exchange().location().variable())
        .flatMap(Optional::stream)
        .findFirst()
        .map(variable -> variable);
  }

  private boolean isLocked(Call call) {
    return facts.of(call.body()).at(call.point()).stream().anyMatch(HeldLock::isExclusive);
  }

  /** An executor that is chosen out of many may be another one each time. */
  private boolean isOne(Value executor) {
    return facts.canonical(executor).stream()
        .flatMap(path -> path.selectors().stream())
        .noneMatch(s -> s instanceof Selector.Element || s instanceof Selector.Content);
  }

  private Optional<Object> executorKey(Optional<Launches> launch, Optional<Value> executor) {
    if (launch.filter(l -> l.thread() == RunsOn.EVENT_LOOP).isPresent()) {
      return Optional.of(RunsOn.EVENT_LOOP);
    }
    return executor.map(facts::canonical).filter(paths -> !paths.isEmpty()).map(paths -> paths);
  }

  private static Body creatorOf(Task task) {
    if (task instanceof Task.RunnableObject object) {
      return object.body();
    }
    FunctionValue function = ((Task.Code) task).function();
    return function instanceof FunctionValue.Lambda lambda
        ? lambda.body().definer().orElseThrow()
        : ((FunctionValue.MethodReference) function).creator();
  }
}
