package dev.interlock.analysis.task;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.FunctionValue;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.callgraph.CallGraph;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.callgraph.FieldOrigins;
import dev.interlock.analysis.callgraph.LockSummaries;
import dev.interlock.analysis.lock.Claims;
import dev.interlock.library.MethodEffect.Launches;
import dev.interlock.library.MethodEffect.RunsOn;
import dev.interlock.library.Operand;
import dev.interlock.library.Trait;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How every task of the compilation gets to run, seen from the body that makes the task. */
public final class RunIndex {
  /** So many fields, at the most, hand an executor on to each other. */
  private static final int MAX_FIELDS = 2;

  private final CallGraph graph;
  private final FieldOrigins origins;
  private final LockSummaries facts;
  private final Awaiting awaiting;

  private final Relaunches relaunches;
  private final Turns turns;
  private final ExecutorTypes executorTypes;
  private final ExecutorKeys executors;
  private final Delegations delegations;
  private final Handovers handovers = new Handovers();
  private final ImmutableListMultimap<Body, LaunchSite> sites;
  private final TaskWays ways;
  private final Map<LaunchSite, Lane> lanes = new IdentityHashMap<>();
  private final ImmutableListMultimap<Body, Run> runs;
  private final ImmutableSet<Body> launchers;
  private final Set<Body> kept;

  public RunIndex(
      CompilationIndex index,
      CallGraph graph,
      FieldOrigins origins,
      TaskFlow flow,
      LockSummaries facts,
      Awaiting awaiting,
      Predicate<MethodSymbol> onceOnly) {
    this.graph = graph;
    this.origins = origins;
    this.facts = facts;
    this.relaunches = new Relaunches(graph, flow, onceOnly);
    this.awaiting = awaiting;
    this.turns = new Turns(flow, awaiting);
    this.executorTypes = new ExecutorTypes(index);
    this.executors = new ExecutorKeys(index, origins, facts);
    this.delegations = new Delegations(index);
    this.sites = ImmutableListMultimap.copyOf(LaunchSites.find(index, graph, origins, flow));
    this.ways = new TaskWays(graph, flow, facts, awaiting, sites, this::lane);
    ImmutableListMultimap.Builder<Body, Run> resolved = ImmutableListMultimap.builder();
    kept = flow.keptLambdas();
    kept.addAll(sites.keySet());
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

  /** Returns whether a function is kept for others, and not called for the body that makes it. */
  public boolean isRunElsewhere(Body function) {
    return kept.contains(function) && runs.get(function).isEmpty();
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

    Resolution(LaunchSite site) {
      this.site = site;
      this.creator = creatorOf(site.task());
      this.handover = handovers.of(site.task(), creator);
    }

    List<Run> resolve() {
      boolean many = site.launchesMany() && site.isDirect();
      boolean awaited = site.launch().filter(Launches::awaited).isPresent();
      if (site.call().body() == creator) {
        Point start = site.isDirect() ? site.point() : handover;
        add(site, many, awaited, start, /* locked= */ false, /* late= */ false);
      } else if (site.launch().isPresent()) {
        boolean waits =
            awaited || awaiting.tasksAfter(site.call().point().order(), site.call().body());
        boolean again = many || site.isRepeated() || (!waits && relaunches.ofKept(site));
        add(site, again, waits, handover, /* locked= */ false, /* late= */ false);
      } else {
        for (Way way : ways.of(site, creator)) {
          LaunchSite launcher = way.launcher().orElse(site);
          boolean ended = way.launcher().isPresent() && way.awaited();
          boolean again = site.isKept() && !ended && relaunches.endOf(way);
          add(launcher, way.many() || again, way.awaited(), handover, way.locked(), way.late());
        }
      }
      return found;
    }

    private void add(
        LaunchSite launcher,
        boolean many,
        boolean awaited,
        Point handedOverAt,
        boolean locked,
        boolean late) {
      boolean drained = (launcher != site && isTakenOut() && !many) || turns.areOf(launcher);
      Lane lane = lane(launcher);
      found.add(
          new Run(
              site.task(),
              site.entry(),
              creator,
              handedOverAt,
              launcher.call().body() == creator ? launcher.point() : handedOverAt,
              site.call(),
              launcher.launch(),
              many && !site.isRemoved(),
              isRecursive(),
              drained || lane.serial(),
              drained ? Optional.of(launcher.call()) : lane.executor(),
              launcher.call().body() == creator ? lane.stripe() : Optional.empty(),
              launcher.call().body() == creator ? lane.owner() : ownerOfKey(lane, launcher),
              awaited,
              locked,
              launcher.launch().isEmpty() && (late || site.isLate())));
    }

    /**
     * Returns the object whose number, which never changes, a helper is given to choose one of its
     * executors by: all tasks of the object get the same one.
     */
    private Optional<AccessPath> ownerOfKey(Lane lane, LaunchSite launcher) {
      Body helper = launcher.call().body();
      ImmutableSet<Dependency> origins =
          lane.stripe()
              .map(index -> Dependency.withOperands(index.origin()))
              .orElse(ImmutableSet.of());
      return origins.isEmpty()
          ? Optional.empty()
          : creator.calls().stream()
              .filter(call -> call.point() == handover && graph.targets(call).contains(helper))
              .flatMap(call -> keys(call, helper, origins))
              .filter(RunIndex::isFinalField)
              .map(AccessPath::owner)
              .findFirst();
    }

    private static Stream<AccessPath> keys(
        Call call, Body helper, ImmutableSet<Dependency> origins) {
      return IntStream.range(0, Math.min(helper.parameters().size(), call.arguments().size()))
          .filter(
              i -> origins.contains(new Dependency.OnVariable(helper.parameters().get(i), true)))
          .boxed()
          .flatMap(i -> call.arguments().get(i).paths().stream());
    }

    /** Returns whether the task was taken out of a container, or is what a function is given. */
    private boolean isTakenOut() {
      Body body = site.call().body();
      return site.isTakenOut()
          || (LaunchSite.variable(site.handed()).filter(body.parameters()::contains).isPresent()
              && sites.get(body).stream().anyMatch(LaunchSite::givesElementsInPlace));
    }

    /** A task that makes and launches more of its kind, as in divide and conquer. */
    private boolean isRecursive() {
      return site.launch().isPresent() && site.entry() == creator;
    }
  }

  /**
   * What runs the tasks of a launch: whether it takes one at a time, what stands for it, and by
   * which index it was chosen, or which object has it for itself, if each of its kind takes one at
   * a time.
   */
  private record Lane(
      boolean serial,
      Optional<Object> executor,
      Optional<Index> stripe,
      Optional<AccessPath> owner) {
    Lane(boolean serial, Optional<Object> executor) {
      this(serial, executor, Optional.empty(), Optional.empty());
    }
  }

  private Lane lane(LaunchSite launcher) {
    return lanes.computeIfAbsent(launcher, this::findLane);
  }

  private Lane findLane(LaunchSite launcher) {
    Optional<Launches> launch = launcher.launch();
    Optional<Value> executor =
        launch.flatMap(Launches::executor).map(operand -> launcher.call().operand(operand));
    Optional<Object> claim = launch.flatMap(l -> claimOf(launcher.call()));
    Optional<Object> key = executors.keyOf(launcher.call(), launch, executor);
    boolean serialExecutor = executor.filter(this::isOne).isPresent() && isSerial(launcher);
    if (serialExecutor) {
      return new Lane(true, key);
    }
    Optional<VarSymbol> given = executor.flatMap(executors::given);
    if (given.filter(ExecutorNames::saysUserInterface).isPresent()) {
      return new Lane(true, Optional.of(RunsOn.EVENT_LOOP));
    }
    if (given.filter(ExecutorNames::saysSerial).isPresent()) {
      return new Lane(true, key);
    }
    boolean serial =
        claim.isPresent() || launch.filter(l -> l.thread() == RunsOn.EVENT_LOOP).isPresent();
    Optional<AccessPath> striped =
        executor.flatMap(RunIndex::element).filter(path -> isSerial(launcher));
    return new Lane(
        serial,
        claim.or(() -> striped.map(AccessPath::owner)).or(() -> key),
        striped.map(path -> ((Selector.Element) path.last().orElseThrow()).index()),
        executor.flatMap(RunIndex::owner).filter(path -> isSerial(launcher)));
  }

  /** Returns the object whose final field the executor is, if it is one. */
  private static Optional<AccessPath> owner(Value executor) {
    return executor.paths().size() == 1
        ? Optional.of(executor.paths().iterator().next())
            .filter(RunIndex::isFinalField)
            .map(AccessPath::owner)
        : Optional.empty();
  }

  private static boolean isFinalField(AccessPath path) {
    return path.last().orElse(null) instanceof Selector.Field field
        && !path.isStatic()
        && (field.symbol().flags() & Flags.FINAL) != 0;
  }

  /** Returns the executor as an element of an array, if it is one. */
  private static Optional<AccessPath> element(Value executor) {
    return executor.paths().size() == 1
        ? Optional.of(executor.paths().iterator().next())
            .filter(path -> path.last().orElse(null) instanceof Selector.Element)
        : Optional.empty();
  }

  private boolean isSerial(LaunchSite launcher) {
    Operand executor = launcher.launch().flatMap(Launches::executor).orElseThrow();
    Call call = launcher.call();
    Value value = call.operand(executor);
    return executorTypes.isSerial(call, executor)
        || (isMadeSerial(value) && !delegations.mayBeOfReceiver(call));
  }

  private boolean isMadeSerial(Value executor) {
    return facts.traits(executor).contains(Trait.SERIAL)
        || isSerial(executors.sourcesOf(executor))
        || isOfSerialType(facts.canonical(executor), MAX_FIELDS);
  }

  /**
   * Returns whether all that an executor may be, as far as fields tell, is made as a serial one.
   */
  private boolean isOfSerialType(Set<AccessPath> executors, int fields) {
    return !executors.isEmpty()
        && executors.stream().allMatch(path -> isOfSerialType(path, fields));
  }

  private boolean isOfSerialType(AccessPath executor, int fields) {
    if (executor.selectors().isEmpty()) {
      return executor.root() instanceof Root.Fresh made
          && executorTypes.isSerial(made.allocation().type());
    }
    return fields > 0
        && executor.last().orElse(null) instanceof Selector.Field field
        && !origins.assignments(field.symbol()).isEmpty()
        && origins.assignments(field.symbol()).stream()
            .allMatch(write -> isOfSerialType(write.written().paths(), fields - 1));
  }

  private boolean isSerial(Set<AccessPath> sources) {
    return !sources.isEmpty()
        && sources.stream()
            .allMatch(
                path ->
                    facts.traits(Value.of(path)).contains(Trait.SERIAL)
                        || path.variable().filter(v -> executorTypes.isSerial(v.type)).isPresent());
  }

  /**
   * Returns the variable that a thread must have claimed to get to a call; the task that it
   * launches there is the only one until it gives the variable back.
   */
  private Optional<Object> claimOf(Call call) {
    return Claims.ofOne(call, facts).stream().map(claim -> claimed(claim.exchange())).findFirst();
  }

  /** Returns what stands for the variable of an exchange: itself, or the class that extends one. */
  private static Object claimed(Access exchange) {
    return exchange
        .location()
        .variable()
        .<Object>map(variable -> variable)
        .orElseGet(() -> exchange.body().enclosingClass());
  }

  /** An executor that is chosen out of many may be another one each time. */
  private boolean isOne(Value executor) {
    return facts.canonical(executor).stream()
        .flatMap(path -> path.selectors().stream())
        .noneMatch(s -> s instanceof Selector.Element || s instanceof Selector.Content);
  }

  static Body creatorOf(Task task) {
    if (task instanceof Task.RunnableObject object) {
      return object.body();
    }
    FunctionValue function = ((Task.Code) task).function();
    return function instanceof FunctionValue.Lambda lambda
        ? lambda.body().definer().orElseThrow()
        : ((FunctionValue.MethodReference) function).creator();
  }
}
