package dev.interlock.analysis.task;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Allocation;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.FunctionValue;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.callgraph.CallGraph;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.callgraph.FieldOrigins;
import dev.interlock.library.MethodEffect.CallsInPlace;
import dev.interlock.library.MethodEffect.Launches;
import dev.interlock.library.MethodEffect.Runs;
import dev.interlock.library.MethodEffect.RunsOn;
import dev.interlock.library.MethodEffect.Yields;
import dev.interlock.library.MethodModel;
import dev.interlock.library.Operand;
import dev.interlock.library.Trait;
import dev.interlock.library.TypeFlag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the calls that run tasks: library calls that launch or call them, and calls of functions.
 */
final class LaunchSites {
  /** So many methods, at the most, hand a stream on to each other. */
  private static final int MAX_STEPS = 3;

  private final CompilationIndex index;
  private final CallGraph graph;
  private final FieldOrigins origins;
  private final TaskFlow flow;
  private final TaskEntries entries;
  private final GivenFutures givenFutures;
  private final ExecutorTypes executorTypes;
  private final ListMultimap<Body, LaunchSite> sites = LinkedListMultimap.create();
  private final Map<MethodSymbol, Boolean> functional = new HashMap<>();

  private LaunchSites(
      CompilationIndex index, CallGraph graph, FieldOrigins origins, TaskFlow flow) {
    this.index = index;
    this.graph = graph;
    this.origins = origins;
    this.flow = flow;
    this.entries = new TaskEntries(index);
    this.givenFutures = new GivenFutures(graph);
    this.executorTypes = new ExecutorTypes(index);
  }

  /** Returns all sites, by the body that they run. */
  static ListMultimap<Body, LaunchSite> find(
      CompilationIndex index, CallGraph graph, FieldOrigins origins, TaskFlow flow) {
    LaunchSites finder = new LaunchSites(index, graph, origins, flow);
    index.bodies().forEach(body -> body.calls().forEach(finder::visit));
    index.bodies().forEach(body -> body.calls().forEach(finder::visitThread));
    return finder.sites;
  }

  private void visit(Call call) {
    call.model().ifPresent(model -> visit(call, model));
    if (isFunctionalMethod(call.method()) && !runsSomethingElse(call)) {
      addFunctions(call);
    }
  }

  private void visit(Call call, MethodModel model) {
    for (Launches launch : model.effects(Launches.class)) {
      launch(call, launch);
    }
    for (CallsInPlace effect : model.effects(CallsInPlace.class)) {
      add(call, effect.function(), Optional.empty());
    }
  }

  /** An executor's {@code execute} is a function as well, and runs what it is given. */
  private static boolean runsSomethingElse(Call call) {
    return call.model()
        .filter(
            model ->
                model.effect(Launches.class).isPresent()
                    || model.effect(CallsInPlace.class).isPresent())
        .isPresent();
  }

  private void launch(Call call, Launches launch) {
    ImmutableList<Body> targets = graph.targets(call);
    if (!targets.stream().allMatch(t -> executorTypes.isOwnSerial(t.enclosingClass()))) {
      return; // an executor of the compilation: its own code says what it does with the task
    }
    if (!launch.task().isReceiver() && isMadeForTask(call.operand(launch.task()))) {
      return; // a hook: the thread counts as launched where it was made
    }
    add(call, launch.task(), runsInPlace(call, launch) ? Optional.empty() : Optional.of(launch));
  }

  private static boolean isMadeForTask(Value thread) {
    return !thread.paths().isEmpty()
        && thread.paths().stream()
            .allMatch(
                path ->
                    path.selectors().isEmpty()
                        && path.root() instanceof Root.Fresh made
                        && made.allocation().constructor().stream()
                            .flatMap(constructor -> constructor.model().stream())
                            .anyMatch(model -> model.effect(Launches.class).isPresent()));
  }

  private boolean runsInPlace(Call call, Launches launch) {
    if (launch.runs() == Runs.PARALLEL_IF_RECEIVER_IS) {
      return !isParallel(call);
    }
    if (launch.runs() == Runs.PERIODIC_IF_SCHEDULED || launch.runs() == Runs.IN_TURN_IF_SCHEDULED) {
      return !call.receiver().traits().contains(Trait.SCHEDULED);
    }
    if (launch.thread() == RunsOn.COMPLETER) {
      return !isCompletedElsewhere(call.receiver()) && !givenFutures.areOf(call);
    }
    Optional<Value> executor = launch.executor().map(call::operand);
    return executor.filter(this::isDirect).isPresent()
        && !(executor.get().traits().contains(Trait.DIRECT)
            && isCompletedElsewhere(futureOf(call)));
  }

  /** A direct executor runs what goes on with a future on the thread that completes it. */
  private static Value futureOf(Call call) {
    return call.method().isStatic() ? call.operand(new Operand(0)) : call.receiver();
  }

  /** Returns whether a future comes from a task of this body, on another thread. */
  private boolean isCompletedElsewhere(Value future) {
    return future.paths().stream()
        .anyMatch(
            path ->
                path.root() instanceof Root.Result result
                    && (result.call().model().stream()
                            .flatMap(model -> model.effects(Launches.class).stream())
                            .anyMatch(launch -> launch.thread() != RunsOn.COMPLETER)
                        || isPromised(result.call())
                        || isCompletedElsewhere(result.call().receiver())
                        || isOfOthers(result.call())));
  }

  /**
   * A stage that waits for other futures, such as {@code allOf}, goes on in the last one's thread.
   */
  private boolean isOfOthers(Call call) {
    return !index.isDeclaredHere(call.method().enclClass())
        && call.arguments().stream().anyMatch(this::isCompletedElsewhere);
  }

  /**
   * A method that launches a task and returns a new future leaves it to the task to complete it.
   */
  private boolean isPromised(Call call) {
    ImmutableList<Body> targets = graph.targets(call);
    return !targets.isEmpty() && targets.stream().allMatch(this::returnsPromise);
  }

  private boolean returnsPromise(Body method) {
    return !method.returned().paths().isEmpty()
        && method.returned().paths().stream()
            .allMatch(path -> path.selectors().isEmpty() && isPromise(path.root(), method));
  }

  private boolean isPromise(Root returned, Body method) {
    if (returned instanceof Root.Result result) {
      return isPromised(result.call());
    }
    return returned instanceof Root.Fresh
        && method.calls().stream()
            .flatMap(call -> call.model().stream())
            .anyMatch(model -> model.effect(Launches.class).isPresent());
  }

  /** The last word on parallelism counts for the whole pipeline, also for the stages before. */
  private boolean isParallel(Call stage) {
    return isParallel(stage.receiver(), MAX_STEPS)
        || stage.body().calls().stream()
            .filter(later -> later.point().order() > stage.point().order())
            .filter(later -> !later.receiver().paths().isEmpty())
            .filter(later -> later.receiver().paths().equals(stage.receiver().paths()))
            .flatMap(later -> later.model().stream())
            .flatMap(model -> model.effects(Yields.class).stream())
            .anyMatch(yields -> yields.trait() == Trait.PARALLEL);
  }

  /**
   * Returns whether an executor runs its tasks in place: a function of the compilation such as
   * {@code Runnable::run}, or one that a library says is direct.
   */
  private boolean isDirect(Value executor) {
    return runsInPlace(executor)
        || executor.paths().stream()
            .flatMap(path -> path.last().stream())
            .filter(Selector.Field.class::isInstance)
            .map(selector -> ((Selector.Field) selector).symbol())
            .flatMap(field -> origins.assignments(field).stream())
            .anyMatch(assignment -> runsInPlace(assignment.written()));
  }

  private boolean isParallel(Value stream, int steps) {
    return stream.traits().contains(Trait.PARALLEL)
        || (steps > 0
            && !stream.traits().contains(Trait.SEQUENTIAL)
            && stream.paths().stream()
                .anyMatch(
                    path ->
                        path.root() instanceof Root.Result result
                            && (isParallel(result.call().receiver(), steps - 1)
                                || graph.targets(result.call()).stream()
                                    .anyMatch(t -> isParallel(t.returned(), steps - 1)))));
  }

  private static boolean runsInPlace(Value executor) {
    return !executor.functions().isEmpty() || executor.traits().contains(Trait.DIRECT);
  }

  private void add(Call call, Operand operand, Optional<Launches> launch) {
    Value handed = call.operand(operand);
    for (Task task : flow.of(handed, call.body())) {
      if (isInTurn(task, call)) {
        continue; // handing it over was the launch
      }
      if (launch.isPresent() && operand.isReceiver() && !isRunBy(launch.get(), task, call)) {
        continue; // the thread was given its task before: that was the launch
      }
      entries
          .entriesOf(task, operandType(call, operand))
          .forEach(entry -> put(new LaunchSite(task, entry, call, handed, launch)));
    }
  }

  /** A call of {@code run()} or the like on a variable that may hold lambdas. */
  private void addFunctions(Call call) {
    Type called = call.method().owner.type;
    for (Task task : flow.of(call.receiver(), call.body())) {
      if (entries.isCallableAs(task, called)
          && !isInTurn(task, call)
          && (task instanceof Task.Code || graph.targets(call).isEmpty())) {
        entries
            .entryOf(task, Optional.of(called))
            .ifPresent(
                entry -> put(new LaunchSite(task, entry, call, call.receiver(), Optional.empty())));
      }
    }
  }

  /** Returns whether a serial executor of the compilation runs what it was given from outside. */
  private boolean isInTurn(Task task, Call call) {
    return executorTypes
        .ownSerialAround(call.body())
        .filter(executor -> !isMadeIn(executor, task))
        .isPresent();
  }

  private boolean isMadeIn(TypeSymbol executor, Task task) {
    return executorTypes
        .ownSerialAround(RunIndex.creatorOf(task))
        .filter(executor::equals)
        .isPresent();
  }

  /** A thread object that is made here and started out of sight. */
  private void visitThread(Call call) {
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
    entries
        .entryOf(task, Optional.empty())
        .filter(entry -> sites.get(entry).stream().noneMatch(s -> s.launch().isPresent()))
        .ifPresent(
            entry ->
                put(new LaunchSite(task, entry, call, call.result(), Optional.of(onOwnThread()))));
  }

  private void put(LaunchSite site) {
    sites.put(site.entry(), site);
  }

  /**
   * A thread runs itself. An executor runs the function that a publisher was made of. What
   * publishers of one method do to a local variable may come in turn, as {@code then} has it.
   */
  private boolean isRunBy(Launches launch, Task task, Call call) {
    return isThread(task)
        || (launch.executor().isPresent()
            && task instanceof Task.Code code
            && call.receiver().functions().contains(code.function())
            && (call.body().kind() == Body.Kind.LAMBDA || !usesLocals(code, call.body())));
  }

  private static boolean usesLocals(Task.Code code, Body maker) {
    return code.function() instanceof FunctionValue.Lambda lambda
        && !maker.parameters().containsAll(lambda.body().captures().keySet());
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

  private static Launches onOwnThread() {
    return new Launches(Operand.RECEIVER, Runs.ONCE, RunsOn.OWN, Optional.empty(), false, false);
  }

  private boolean isFunctionalMethod(MethodSymbol method) {
    TypeSymbol owner = (TypeSymbol) method.owner;
    if (!owner.isInterface()) {
      return false;
    }
    Boolean known = functional.get(method);
    if (known == null) {
      known =
          index.types().isFunctionalInterface(owner)
              && index.types().findDescriptorSymbol(owner) == method;
      functional.put(method, known);
    }
    return known;
  }

  private Optional<Type> operandType(Call call, Operand operand) {
    if (operand.isReceiver()) {
      return Optional.of(call.method().owner.type);
    }
    var parameters = call.method().getParameters();
    return operand.index() < parameters.size() && !isWrapped(call, operand)
        ? Optional.of(parameters.get(operand.index()).type)
        : Optional.empty();
  }

  /** A {@code FutureTask} and its like run as one type what they were given as another. */
  private boolean isWrapped(Call call, Operand operand) {
    List<? extends ExpressionTree> arguments = argumentsOf(call.tree());
    if (operand.index() >= arguments.size()) {
      return false;
    }
    Type written = ASTHelpers.getType(arguments.get(operand.index()));
    return written != null
        && written.tsym instanceof ClassSymbol type
        && !type.isInterface()
        && isForeign(type);
  }

  private static List<? extends ExpressionTree> argumentsOf(Tree call) {
    if (call instanceof NewClassTree made) {
      return made.getArguments();
    }
    return call instanceof MethodInvocationTree invocation
        ? invocation.getArguments()
        : ImmutableList.of();
  }
}
