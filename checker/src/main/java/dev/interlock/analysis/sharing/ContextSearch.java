package dev.interlock.analysis.sharing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Flags;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Allocation;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.FunctionValue;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.callgraph.CallGraph;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.callgraph.Constructions;
import dev.interlock.analysis.callgraph.FieldOrigins;
import dev.interlock.analysis.callgraph.Getters;
import dev.interlock.analysis.callgraph.LockSummaries;
import dev.interlock.analysis.callgraph.PathTypes;
import dev.interlock.analysis.callgraph.Translation;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.task.Awaiting;
import dev.interlock.analysis.task.Run;
import dev.interlock.analysis.task.RunIndex;
import dev.interlock.analysis.task.Task;
import dev.interlock.library.EntryMode;
import dev.interlock.library.MethodEffect.ConfinesResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Finds the contexts of an access: walks the call graph backwards from it, rewriting the location
 * and the locks into the terms of each caller, crossing to the maker of a task where the body is
 * one, until nothing further out is known.
 */
public final class ContextSearch {
  private static final int MAX_STATES = 200;
  private static final int MAX_CONTEXTS = 24;

  private final CallGraph graph;
  private final RunIndex runs;
  private final LockSummaries locks;
  private final Translation translation;
  private final Getters getters;
  private final FieldOrigins origins;
  private final Constructions constructions;
  private final CallbackLocks callbackLocks;
  private final Respawning respawning;
  private final Overloads overloads;
  private final PossiblePaths paths;
  private final ThreadChecks threadChecks;
  private final Preconditions preconditions;
  private final OutwardSteps outwards;
  private final Feasibility feasibility;
  private final Receivers receivers;
  private final CommonElements elements;
  private final CompilationIndex index;
  private final Function<Body, Optional<EntryMode>> entries;
  private final KnownContexts known = new KnownContexts();

  public ContextSearch(
      CallGraph graph,
      RunIndex runs,
      LockSummaries locks,
      Translation translation,
      Getters getters,
      Awaiting awaiting,
      FieldOrigins origins,
      Constructions constructions,
      CompilationIndex index,
      CallbackLocks callbackLocks,
      Function<Body, Optional<EntryMode>> entries) {
    this.graph = graph;
    this.runs = runs;
    this.locks = locks;
    this.translation = translation;
    this.getters = getters;
    this.origins = origins;
    this.constructions = constructions;
    this.callbackLocks = callbackLocks;
    this.respawning = new Respawning(graph, runs);
    this.overloads = new Overloads(graph);
    this.paths = new PossiblePaths(new PathTypes(index, origins));
    this.threadChecks = new ThreadChecks(index);
    this.preconditions = new Preconditions(index);
    this.outwards = new OutwardSteps(translation, getters, awaiting, origins, preconditions);
    this.feasibility = new Feasibility(getters, index.types());
    this.receivers = new Receivers(index);
    this.elements = new CommonElements(index);
    this.index = index;
    this.entries = entries;
  }

  /** Returns the contexts of an access of {@code location} by {@code body} under {@code held}. */
  public ImmutableList<Context> contextsOf(
      Body body, AccessPath location, Point at, ImmutableSet<HeldLock> held) {
    return contextsOf(body, location, at, held, /* within= */ false);
  }

  /**
   * Returns the contexts of an access as the class that makes it sees them: who else may call its
   * methods is left aside, but for private ones.
   */
  public ImmutableList<Context> ownContextsOf(
      Body body, AccessPath location, Point at, ImmutableSet<HeldLock> held) {
    return contextsOf(body, location, at, held, /* within= */ true);
  }

  private ImmutableList<Context> contextsOf(
      Body body, AccessPath location, Point at, ImmutableSet<HeldLock> held, boolean within) {
    if (threadChecks.leadTo(at)) {
      return ImmutableList.of();
    }
    KnownContexts.Start start =
        new KnownContexts.Start(body, location, held, preconditions.at(at, body), within);
    return known.of(start, at, () -> search(start, at));
  }

  private KnownContexts.Result search(KnownContexts.Start start, Point at) {
    Walk walk = new Walk(start.within());
    for (AccessPath named : getters.resolve(constructions.resolve(start.location()))) {
      walk.visit(
          new SearchState(
              start.body(),
              at,
              start.body(),
              elements.named(named),
              at,
              elements.named(LockNames.follow(start.held(), start.location(), named)),
              /* late= */ false,
              ImmutableList.of(),
              ImmutableList.of(),
              start.preconditions()));
    }
    return new KnownContexts.Result(at, walk.contexts(), !walk.cameBack);
  }

  /** One search. */
  private final class Walk {
    private final Map<SearchState.Key, SearchState> visited = new HashMap<>();
    private final List<Context> found = new ArrayList<>();
    private Optional<SearchState> turn = Optional.empty();
    private boolean incomplete;

    /** Whether a task has led back to the body of the access, where its place matters. */
    private boolean cameBack;

    /** Whether the search ends where others can call the class. */
    private final boolean within;

    /** How many ways out have been looked at. */
    private int ways;

    Walk(boolean within) {
      this.within = within;
    }

    /** Returns what was found. A cycle of calls that no known code enters is entered by others. */
    ImmutableList<Context> contexts() {
      return found.isEmpty() && !incomplete
          ? turn.stream()
              .map(state -> state.end(state.home(), Optional.empty()))
              .collect(ImmutableList.toImmutableList())
          : ImmutableList.copyOf(found);
    }

    /** Returns whether as much has been looked at as is worth while. */
    private boolean isExhausted() {
      return visited.size() >= MAX_STATES || found.size() >= MAX_CONTEXTS;
    }

    void visit(SearchState state) {
      ways++;
      if (isExhausted() || !locks.of(state.body()).areKnown()) {
        incomplete = true; // there may be locks further out
        return;
      }
      SearchState before = visited.putIfAbsent(state.key(), state);
      if (before != null) {
        turn = turn.or(() -> Optional.of(before));
        return;
      }
      if (isNextRun(state)) {
        return;
      }
      if (OwnElements.areOfThread(state.location())) {
        found.add(state.end(Home.CONFINED, Optional.empty()));
        return;
      }
      Optional<Home> settled = settledHome(state);
      if (settled.isPresent()) {
        found.add(state.end(settled.get(), Optional.empty()));
        return;
      }
      Optional<EntryMode> entry = entries.apply(state.body());
      if (entry.isPresent() && isEnteredByLaunchAlone(entry.get(), state.body())) {
        entry = Optional.empty();
      }
      if (entry.filter(e -> e == EntryMode.ONCE).isPresent() && state.crossings().isEmpty()) {
        found.add(state.end(Home.CONFINED, entry));
        return;
      }
      if (entry.isPresent()) {
        found.add(state.end(state.home(), entry));
      }
      if (within && isOpenToOthers(state.body())) {
        found.add(state.end(state.home(), Optional.empty()));
        return;
      }
      int waysBefore = ways;
      if (state.body().isLambda()) {
        leaveLambda(state);
      } else {
        leaveMethod(state);
      }
      if (entry.isEmpty()
          && (ways == waysBefore
              || overloads.areOnlyCallersOf(state.body())
              || isForOthersToo(state.body()))) {
        found.add(state.end(state.home(), Optional.empty()));
      }
    }

    private boolean isOpenToOthers(Body body) {
      return body.kind() == Body.Kind.METHOD
          && body.method().filter(method -> (method.flags() & Flags.PRIVATE) == 0).isPresent()
          && !isHelper(body);
    }

    /** What is not public, and called by its own class alone, is a part of what calls it. */
    private boolean isHelper(Body body) {
      return body.method().filter(method -> !method.isPublic()).isPresent()
          && !graph.callers(body).isEmpty()
          && graph.callers(body).stream()
              .allMatch(call -> call.body().enclosingClass() == body.enclosingClass());
    }

    /** Returns whether the way has come back to a body that asks for its own next run. */
    private boolean isNextRun(SearchState state) {
      if (state.crossings().isEmpty()) {
        return false;
      }
      if (state.origin() == state.body()) {
        cameBack = true;
        return respawning.isNextRun(state.body(), state.made(), state.at());
      }
      return state.steps().subList(0, state.steps().size() - 1).stream()
          .filter(step -> step.body() == state.body())
          .findFirst()
          .filter(step -> respawning.isNextRun(state.body(), step.at(), state.at()))
          .isPresent();
    }

    /**
     * Who is given the only object of an anonymous class is all that calls it, and a listener that
     * is called by the thread which registers it by no other one.
     */
    private boolean isEnteredByLaunchAlone(EntryMode entry, Body body) {
      boolean known = entry == EntryMode.PER_INSTANCE || body.enclosingClass().name.isEmpty();
      return (known && isLaunched(body))
          || (entry == EntryMode.SERIAL && isCalledInPlace(body))
          || (entry == EntryMode.CONCURRENT && isEveryObjectServedInTurn(body));
    }

    /** Returns whether all objects whose method it is are made here, and called one at a time. */
    private boolean isEveryObjectServedInTurn(Body body) {
      List<Run> ways = runs.runsOf(body);
      return !ways.isEmpty()
          && ways.stream().allMatch(run -> run.isLaunched() && run.serial())
          && index.makersOf(body.enclosingClass()).stream()
              .allMatch(made -> ways.stream().anyMatch(run -> run.task().is(made)));
    }

    private boolean isCalledInPlace(Body body) {
      List<Run> ways = runs.runsOf(body);
      return !ways.isEmpty() && ways.stream().noneMatch(Run::isLaunched);
    }

    /** Returns whether the places that launch the body as a task are known. */
    private boolean isLaunched(Body body) {
      return runs.runsOf(body).stream().anyMatch(Run::isLaunched);
    }

    private void leaveLambda(SearchState state) {
      List<Run> ways = runs.runsOf(state.body());
      if (ways.isEmpty()) {
        Point made = state.body().definedAt().orElseThrow();
        Body definer = state.body().definer().orElseThrow();
        moveOut(
            state,
            new WayOut(
                definer,
                made,
                Optional.empty(),
                heldAt(definer, made, state),
                ImmutableSet.of(),
                p -> translation.toDefiner(p, state.body(), Optional.empty())),
            runs.isRunElsewhere(state.body()) ? this::stop : this::visit);
        return;
      }
      ways.forEach(run -> follow(run, state));
    }

    private void leaveMethod(SearchState state) {
      for (Call call : graph.callers(state.body())) {
        if (isExhausted()) {
          ways++;
          incomplete = true;
          return; // some methods are called from everywhere
        }
        Optional<ImmutableSet<Precondition>> outside =
            feasibility.outside(state.preconditions(), state.body(), call);
        if (outside.isEmpty()
            || !receivers.mayRun(state.body(), call, state.location())
            || isOfAnotherCall(state, call)) {
          ways++;
          continue;
        }
        moveOut(
            state,
            new WayOut(
                call.body(),
                call.point(),
                Optional.empty(),
                heldAt(call.body(), call.point(), state),
                outside.get(),
                p -> translation.toCaller(p, state.body(), call)));
      }
      if (state.body().kind() == Body.Kind.INSTANCE_INITIALIZER) {
        index
            .makersOf(state.body().enclosingClass())
            .forEach(made -> leaveInitializer(made, state));
      }
      runs.runsOf(state.body()).forEach(run -> follow(run, state));
    }

    /** Returns whether the caller launches the task that another call of the body has made. */
    private boolean isOfAnotherCall(SearchState state, Call call) {
      Optional<Value> launched =
          state.crossings().stream()
              .skip(Math.max(0, state.crossings().size() - 1))
              .filter(crossing -> crossing.body() == state.body())
              .map(Crossing::run)
              .filter(run -> run.site().body() == call.body())
              .flatMap(run -> run.launched().stream())
              .findFirst();
      return launched.filter(task -> !task.paths().isEmpty()).isPresent()
          && launched.get().paths().stream()
              .allMatch(path -> isResultOfAnotherCall(path, state.body(), call));
    }

    private boolean isResultOfAnotherCall(AccessPath path, Body body, Call call) {
      return path.selectors().isEmpty()
          && path.root() instanceof Root.Result result
          && result.call() != call
          && graph.targets(result.call()).contains(body);
    }

    /** What initialises an object runs wherever one is made; a new object is known nowhere else. */
    private void leaveInitializer(Allocation made, SearchState state) {
      moveOut(
          state,
          new WayOut(
              made.body(),
              made.point(),
              Optional.empty(),
              heldAt(made.body(), made.point(), state),
              ImmutableSet.of(),
              p -> p.isStatic() ? ImmutableSet.of(p) : ImmutableSet.of()));
    }

    /** Locks of the outer code count only up to the first change of threads. */
    private ImmutableSet<HeldLock> heldAt(Body outer, Point at, SearchState state) {
      return state.isUnderLocksAround() ? locks.of(outer).at(at) : ImmutableSet.of();
    }

    private void follow(Run run, SearchState state) {
      if (state.crossings().stream().anyMatch(crossing -> crossing.run().equals(run))) {
        return; // recursion: the launch has been seen
      }
      if (run.task() instanceof Task.RunnableObject object && !receivers.mayLeadTo(state, object)) {
        ways++;
        return; // a step of another class of tasks
      }
      if (OwnElements.chooses(state.location(), run, origins)
          || (!run.isLaunched() && threadChecks.leadTo(run.site().point()))) {
        ways++;
        found.add(state.end(Home.CONFINED, Optional.empty()));
        return;
      }
      SearchState inside =
          OwnElements.repeatsInPlace(run, state.location(), origins) ? state.again() : state;
      moveOut(
          inside,
          new WayOut(
              run.creator(),
              run.start(),
              Optional.of(run),
              state.isUnderLocksAround() ? callbackLocks.heldFor(run) : ImmutableSet.of(),
              ImmutableSet.of(),
              p -> outside(p, run, state.body())));
    }

    private ImmutableSet<AccessPath> outside(AccessPath path, Run run, Body body) {
      if (run.task() instanceof Task.RunnableObject object) {
        return translation.toObject(path, body, Value.of(object.path()), run.creator());
      }
      FunctionValue function = ((Task.Code) run.task()).function();
      if (function instanceof FunctionValue.MethodReference reference) {
        return translation.toReference(path, body, reference.receiver(), run.site(), run.creator());
      }
      return translation.toDefiner(path, body, Optional.of(run.site()));
    }

    /** What others keep and run has nothing to do with who calls the body that makes it. */
    private void stop(SearchState state) {
      ways++;
      found.add(state.end(settledHome(state).orElseGet(state::home), Optional.empty()));
    }

    private void moveOut(SearchState state, WayOut exit) {
      moveOut(state, exit, this::visit);
    }

    private void moveOut(SearchState state, WayOut exit, Consumer<SearchState> goOn) {
      ImmutableSet<AccessPath> locations = exit.translate().apply(state.location());
      if (locations.isEmpty()) {
        ways++;
        found.add(state.end(Home.UNKNOWN, Optional.empty()));
        return;
      }
      for (AccessPath translated : locations) {
        for (AccessPath location :
            getters.resolve(outwards.declared(translated, state, exit.outer()))) {
          if (threadChecks.leadTo(exit.at())) {
            found.add(state.end(Home.CONFINED, Optional.empty()));
            ways++;
          } else if (location.equals(state.location()) || paths.isPossible(location)) {
            goOn.accept(outwards.next(state, exit, translated, location));
          } else {
            ways++;
          }
        }
      }
    }
  }

  /**
   * Returns whether others are to call a method as well: those of its class that call it do so
   * under a lock, which others need not, or are the next ones in a chain of such objects.
   */
  private boolean isForOthersToo(Body body) {
    return (Overloads.isOpen(body) && overloads.isCalledByOwnClass(body, this::isLocked))
        || overloads.isCalledByOwnClass(body, call -> Overloads.isOnNext(call, body));
  }

  private boolean isLocked(Call call) {
    return call.receiver().paths().contains(AccessPath.THIS)
        && locks.of(call.body()).at(call.point()).stream().anyMatch(HeldLock::isExclusive);
  }

  private Optional<Home> settledHome(SearchState state) {
    boolean task = !state.crossings().isEmpty();
    Root root = state.location().root();
    if (root instanceof Root.Fresh) {
      return Optional.of(Home.LOCAL);
    }
    if (root instanceof Root.Result result) {
      boolean own = getters.isFactory(result.call()) || (task && isConfined(result.call()));
      return Optional.of(own ? Home.LOCAL : Home.UNKNOWN);
    }
    if (root instanceof Root.This && state.body().isInitialization()) {
      return Optional.of(task || runs.isLauncher(state.body()) ? Home.OBJECT : Home.CONFINED);
    }
    return Optional.empty();
  }

  /** What a thread has for itself, the tasks that it hands it to share. */
  private static boolean isConfined(Call call) {
    return call.model().flatMap(model -> model.effect(ConfinesResult.class)).isPresent();
  }
}
