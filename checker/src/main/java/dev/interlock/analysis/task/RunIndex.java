package dev.interlock.analysis.task;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Allocation;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.FunctionValue;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.callgraph.CallGraph;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.lock.LockFacts;
import dev.interlock.library.MethodEffect.CallsInPlace;
import dev.interlock.library.MethodEffect.Launches;
import dev.interlock.library.MethodEffect.Runs;
import dev.interlock.library.MethodEffect.RunsOn;
import dev.interlock.library.MethodEffect.Yields;
import dev.interlock.library.Operand;
import dev.interlock.library.Trait;
import dev.interlock.library.TypeFlag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How every task of the compilation gets to run. */
public final class RunIndex {
  private static final int MAX_CLIMB = 6;

  private final CompilationIndex index;
  private final CallGraph graph;
  private final TaskFlow flow;
  private final LockFacts facts;
  private final Awaiting awaiting;
  private final ListMultimap<Body, Site> sites = LinkedListMultimap.create();
  private final ImmutableListMultimap<Body, Run> runs;

  /** A task and a call that runs it, not yet seen from the body that made the task. */
  private record Site(Task task, Body entry, Call call, Value handed, Optional<Launches> launch) {

    /** Returns whether the call runs the same task again and again, not one of many each time. */
    boolean isRepeated() {
      return call.point().loop() != null
          && handed.paths().stream().noneMatch(path -> isElement(path.last().orElse(null)));
    }

    private static boolean isElement(@Nullable Selector last) {
      return last instanceof Selector.Element || last instanceof Selector.Content;
    }
  }

  public RunIndex(
      CompilationIndex index, CallGraph graph, TaskFlow flow, LockFacts facts, Awaiting awaiting) {
    this.index = index;
    this.graph = graph;
    this.flow = flow;
    this.facts = facts;
    this.awaiting = awaiting;
    index.bodies().forEach(body -> body.calls().forEach(this::findSites));
    index.bodies().forEach(body -> body.calls().forEach(this::findSelfLaunching));
    ImmutableListMultimap.Builder<Body, Run> resolved = ImmutableListMultimap.builder();
    for (Body entry : sites.keySet()) {
      sites.get(entry).stream()
          .flatMap(site -> resolve(site).stream())
          .distinct()
          .forEach(run -> resolved.put(entry, run));
    }
    runs = resolved.build();
  }

  /** Returns the ways in which {@code entry} runs as a task, rather than by a plain call. */
  public List<Run> runsOf(Body entry) {
    return runs.get(entry);
  }

  // ---- calls that run tasks
  // ----------------------------------------------------------------------

  private void findSites(Call call) {
    call.model().stream()
        .flatMap(model -> model.effects(Launches.class))
        .forEach(launch -> launch(call, launch));
    call.model().stream()
        .flatMap(model -> model.effects(CallsInPlace.class))
        .forEach(effect -> addSites(call, effect.function(), Optional.empty()));
    if (call.model().isEmpty() && isFunctionalMethod(call.method())) {
      addCode(call, call.receiver());
    }
  }

  private void launch(Call call, Launches launch) {
    if (!graph.targets(call).isEmpty()) {
      return; // an executor of the compilation: its own code says what it does with the task
    }
    boolean inPlace =
        launch.runs() == Runs.PARALLEL_IF_RECEIVER_IS
            ? !isParallel(call)
            : launch.executor().filter(e -> isOwnCode(call, e)).isPresent();
    addSites(call, launch.task(), inPlace ? Optional.empty() : Optional.of(launch));
  }

  /** The last word on parallelism counts for the whole pipeline, also for the stages before. */
  private static boolean isParallel(Call stage) {
    return stage.receiver().traits().contains(Trait.PARALLEL)
        || stage.body().calls().stream()
            .filter(later -> later.point().order() > stage.point().order())
            .filter(later -> later.receiver().paths().equals(stage.receiver().paths()))
            .flatMap(later -> later.model().stream())
            .flatMap(model -> model.effects(Yields.class))
            .anyMatch(yields -> yields.trait() == Trait.PARALLEL);
  }

  /** Returns whether the executor is code of the compilation, such as {@code Runnable::run}. */
  private boolean isOwnCode(Call call, Operand executor) {
    return flow.of(call.operand(executor), call.body()).stream()
        .anyMatch(Task.Code.class::isInstance);
  }

  private void addSites(Call call, Operand operand, Optional<Launches> launch) {
    Value handed = call.operand(operand);
    for (Task task : flow.of(handed, call.body())) {
      if (launch.isPresent() && operand.isReceiver() && !isThread(task)) {
        continue; // the thread was given its task before: that was the launch
      }
      entryOf(task, operandType(call, operand))
          .ifPresent(entry -> sites.put(entry, new Site(task, entry, call, handed, launch)));
    }
  }

  /** A call of {@code run()} or the like on a variable that may hold lambdas. */
  private void addCode(Call call, Value receiver) {
    for (Task task : flow.of(receiver, call.body())) {
      if (task instanceof Task.Code || graph.targets(call).isEmpty()) {
        entryOf(task, Optional.of(call.method().owner.type))
            .ifPresent(
                entry ->
                    sites.put(entry, new Site(task, entry, call, receiver, Optional.empty())));
      }
    }
  }

  /** A thread object that is made here and started out of sight. */
  private void findSelfLaunching(Call call) {
    if (call.allocation().isEmpty()
        || !index.isDeclaredHere(call.method().enclClass())
        || !index
            .library()
            .flags(call.method().enclClass(), index.types())
            .contains(TypeFlag.SELF_LAUNCHING)) {
      return;
    }
    Allocation made = call.allocation().get();
    ClassSymbol type = (ClassSymbol) made.type().tsym;
    Task task = new Task.RunnableObject(AccessPath.of(new Root.Fresh(made)), call.body(), type);
    entryOf(task, Optional.empty())
        .filter(entry -> sites.get(entry).stream().noneMatch(s -> s.launch().isPresent()))
        .ifPresent(
            entry -> sites.put(entry, new Site(task, entry, call, Value.UNKNOWN, Optional.of(ownThread()))));
  }

  private boolean isThread(Task task) {
    return task instanceof Task.RunnableObject object
        && index.types().closure(object.type().type).stream()
            .map(supertype -> supertype.tsym)
            .anyMatch(supertype -> !supertype.isInterface() && isForeign(supertype));
  }

  private boolean isForeign(TypeSymbol type) {
    return !index.isDeclaredHere(type)
        && !type.getQualifiedName().contentEquals("java.lang.Object");
  }

  private static Launches ownThread() {
    return new Launches(Operand.RECEIVER, Runs.ONCE, RunsOn.OWN, Optional.empty(), false, false);
  }

  private boolean isFunctionalMethod(MethodSymbol method) {
    TypeSymbol owner = (TypeSymbol) method.owner;
    return owner.isInterface()
        && index.types().isFunctionalInterface(owner)
        && index.types().findDescriptorSymbol(owner) == method;
  }

  private static Optional<Type> operandType(Call call, Operand operand) {
    if (operand.isReceiver()) {
      return Optional.of(call.method().owner.type);
    }
    var parameters = call.method().getParameters();
    return operand.index() < parameters.size()
        ? Optional.of(parameters.get(operand.index()).type)
        : Optional.empty();
  }

  // ---- entries
  // -------------------------------------------------------------------------------------

  private Optional<Body> entryOf(Task task, Optional<Type> as) {
    if (task instanceof Task.RunnableObject object) {
      return entryOf(object.type(), as);
    }
    FunctionValue function = ((Task.Code) task).function();
    if (function instanceof FunctionValue.Lambda lambda) {
      return Optional.of(lambda.body());
    }
    return index.body(((FunctionValue.MethodReference) function).method());
  }

  private Optional<Body> entryOf(ClassSymbol type, Optional<Type> as) {
    Optional<Body> described =
        as.filter(t -> t.tsym.isInterface() && index.types().isFunctionalInterface(t.tsym))
            .map(t -> (MethodSymbol) index.types().findDescriptorSymbol(t.tsym))
            .flatMap(method -> index.implementation(method, type));
    if (described.isPresent()) {
      return described;
    }
    return foreignEntries(type).flatMap(m -> index.implementation(m, type).stream()).findFirst();
  }

  /** Returns the methods that libraries run objects of {@code type} by, most specific first. */
  private Stream<MethodSymbol> foreignEntries(ClassSymbol type) {
    List<TypeSymbol> foreign =
        index.types().closure(type.type).stream()
            .<TypeSymbol>map(supertype -> supertype.tsym)
            .filter(supertype -> !index.isDeclaredHere(supertype))
            .toList();
    Stream<MethodSymbol> templates =
        foreign.stream()
            .filter(supertype -> !supertype.isInterface())
            .flatMap(RunIndex::abstractMethods);
    Stream<MethodSymbol> functions =
        foreign.stream()
            .filter(s -> s.isInterface() && index.types().isFunctionalInterface(s))
            .map(s -> (MethodSymbol) index.types().findDescriptorSymbol(s));
    return Stream.concat(templates, functions);
  }

  private static Stream<MethodSymbol> abstractMethods(TypeSymbol type) {
    List<MethodSymbol> found = new ArrayList<>();
    for (Symbol member : type.members().getSymbols()) {
      if (member instanceof MethodSymbol method
          && (method.flags() & Flags.ABSTRACT) != 0
          && method.getParameters().isEmpty()) {
        found.add(method);
      }
    }
    return found.stream();
  }

  // ---- runs as seen from the creating body
  // -----------------------------------------------------------

  private List<Run> resolve(Site site) {
    Body creator = creatorOf(site.task());
    boolean many =
        site.launch().filter(l -> l.runs() != Runs.ONCE && l.runs() != Runs.PERIODIC).isPresent();
    boolean awaited = site.launch().filter(Launches::awaited).isPresent();
    if (site.call().body() == creator) {
      boolean recursive = many || isRecursive(site, creator);
      return List.of(run(site, creator, site.call().point(), site, recursive, awaited));
    }
    Point handover = handover(site.task(), creator);
    if (site.launch().isPresent()) {
      boolean waits =
          awaited || awaiting.tasksAfter(site.call().point().order(), site.call().body());
      return List.of(run(site, creator, handover, site, many || site.isRepeated() || isRecursive(site, creator), waits));
    }
    List<Run> found = new ArrayList<>();
    climb(site.call().body(), site, creator, handover, site.isRepeated(), 0, found);
    return found;
  }

  /**
   * Looks for what runs {@code body}, in which the task is called, until the creator or a launch.
   */
  private void climb(
      Body body,
      Site site,
      Body creator,
      Point handover,
      boolean many,
      int depth,
      List<Run> found) {
    Set<Call> seen = new HashSet<>();
    for (Site outer : sites.get(body)) {
      boolean more = many || outer.isRepeated();
      if (outer.launch().isPresent()) {
        boolean parallel = outer.launch().get().runs() == Runs.PARALLEL;
        found.add(run(site, creator, handover, outer, more || parallel, false));
      } else if (outer.call().body() == creator || depth >= MAX_CLIMB) {
        found.add(run(site, creator, handover, site, more, true));
      } else {
        climb(outer.call().body(), site, creator, handover, more, depth + 1, found);
      }
    }
    for (Call caller : graph.callers(body)) {
      if (caller.body() == creator || depth >= MAX_CLIMB) {
        found.add(run(site, creator, handover, site, many, true));
      } else if (seen.add(caller)) {
        climb(caller.body(), site, creator, handover, many || isRepeated(caller), depth + 1, found);
      }
    }
  }

  private Run run(
      Site task, Body creator, Point handover, Site launcher, boolean many, boolean awaited) {
    Optional<Launches> launch = launcher.launch();
    Optional<Value> executor =
        launch.flatMap(Launches::executor).map(operand -> launcher.call().operand(operand));
    boolean serial =
        launch.filter(l -> l.thread() == RunsOn.EVENT_LOOP).isPresent()
            || executor.filter(e -> facts.traits(e).contains(Trait.SERIAL)).isPresent();
    return new Run(
        task.task(),
        task.entry(),
        creator,
        handover,
        launcher.call(),
        launch,
        many,
        serial,
        executorKey(launch, executor),
        awaited);
  }

  private Optional<Object> executorKey(Optional<Launches> launch, Optional<Value> executor) {
    if (launch.filter(l -> l.thread() == RunsOn.EVENT_LOOP).isPresent()) {
      return Optional.of(RunsOn.EVENT_LOOP);
    }
    return executor.map(facts::canonical).filter(paths -> !paths.isEmpty()).map(paths -> paths);
  }

  /** A task that makes and launches more of its kind, as in divide and conquer. */
  private static boolean isRecursive(Site site, Body creator) {
    return site.launch().isPresent()
        && site.entry() == creator
        && site.task() instanceof Task.RunnableObject object
        && object.path().root() instanceof Root.Fresh;
  }

  private static boolean isRepeated(Call call) {
    return call.point().loop() != null;
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

  /** Returns where the creator gives the task out of its hands. */
  private static Point handover(Task task, Body creator) {
    for (Call call : creator.calls()) {
      for (Value argument : call.arguments()) {
        if (carries(argument, task)) {
          return call.point();
        }
      }
    }
    if (task instanceof Task.RunnableObject object) {
      if (object.path().root() instanceof Root.Fresh fresh) {
        return fresh.allocation().point();
      }
      return new Point(0, creator.tree(), null, null, null);
    }
    FunctionValue function = ((Task.Code) task).function();
    return function instanceof FunctionValue.Lambda lambda
        ? lambda.body().definedAt().orElseThrow()
        : new Point(0, function.tree(), null, null, null);
  }

  private static boolean carries(Value value, Task task) {
    return task instanceof Task.Code code
        ? value.functions().contains(code.function())
        : value.paths().contains(((Task.RunnableObject) task).path());
  }
}
