package dev.interlock.analysis.callgraph;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.AssignmentTree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.FunctionValue;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.lock.BodyLocks;
import dev.interlock.analysis.lock.BusyFlags;
import dev.interlock.analysis.lock.LockFacts;
import dev.interlock.analysis.lock.LockGroup;
import dev.interlock.analysis.lock.LockMode;
import dev.interlock.analysis.lock.LockOperation;
import dev.interlock.analysis.lock.LockOperation.Action;
import dev.interlock.library.MethodEffect.CallsInPlace;
import dev.interlock.library.MethodEffect.Locks;
import dev.interlock.library.MethodEffect.Stores;
import dev.interlock.library.Trait;
import dev.interlock.library.TypeFlag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The locks of all bodies, and what methods of the compilation do to the locks of their callers.
 */
public final class LockSummaries implements LockFacts {
  private static final int MAX_ALIAS_STEPS = 4;
  private static final int MAX_TARGETS = 4;

  private final CompilationIndex index;
  private final CallGraph graph;
  private final FieldOrigins origins;
  private final Constructions constructions;
  private final Translation translation;
  private final Getters getters;
  private final BodyLocks.FlowAnalysis flow;
  private final Map<Body, BodyLocks> locks = new IdentityHashMap<>();
  private final Set<Body> underWay = new HashSet<>();
  private final ClassGates gates;

  public LockSummaries(
      CompilationIndex index,
      CallGraph graph,
      FieldOrigins origins,
      Constructions constructions,
      Translation translation,
      Getters getters,
      BodyLocks.FlowAnalysis flow) {
    this.index = index;
    this.graph = graph;
    this.origins = origins;
    this.constructions = constructions;
    this.translation = translation;
    this.getters = getters;
    this.flow = flow;
    this.gates = new ClassGates(index, graph);
  }

  /** Returns the locks of {@code body}, computed on first demand. */
  public BodyLocks of(Body body) {
    BodyLocks known = locks.get(body);
    return known != null ? known : compute(body);
  }

  /**
   * Computes the locks of a body, and before those of the bodies that it calls, in the order of a
   * depth-first search. The search keeps its own stack: chains of calls may be long.
   */
  private BodyLocks compute(Body body) {
    Deque<Pending> stack = new ArrayDeque<>();
    push(body, stack);
    try {
      while (!stack.isEmpty()) {
        Pending top = stack.getLast();
        if (!top.callees().hasNext()) {
          locks.put(top.body(), BodyLocks.of(top.body(), this, flow));
          underWay.remove(top.body());
          stack.removeLast();
        } else {
          Body callee = top.callees().next();
          if (!isEmpty(callee) && !locks.containsKey(callee) && !underWay.contains(callee)) {
            push(callee, stack);
          }
        }
      }
    } finally {
      stack.forEach(pending -> underWay.remove(pending.body()));
    }
    return checkNotNull(locks.get(body));
  }

  /** A body of which some callees are still to be looked at. */
  private record Pending(Body body, Iterator<Body> callees) {}

  private void push(Body body, Deque<Pending> stack) {
    underWay.add(body);
    List<Body> callees = new ArrayList<>();
    for (Call call : body.calls()) {
      if (call.model().isEmpty()) {
        callees.addAll(wrappers(call));
      } else {
        bodiesInPlace(call).forEach(callees::add);
      }
    }
    stack.addLast(new Pending(body, callees.iterator()));
  }

  /** Returns the methods that a call may run, the first few of them. */
  private ImmutableList<Body> wrappers(Call call) {
    ImmutableList<Body> targets = graph.targets(call);
    return targets.size() <= MAX_TARGETS ? targets : targets.subList(0, MAX_TARGETS);
  }

  /** Returns the functions that a library method calls before it returns. */
  private static Stream<FunctionValue> inPlace(Call call) {
    List<CallsInPlace> effects = call.model().orElseThrow().effects(CallsInPlace.class);
    return effects.isEmpty()
        ? Stream.empty()
        : effects.stream().flatMap(effect -> call.operand(effect.function()).functions().stream());
  }

  private static Stream<Body> bodiesInPlace(Call call) {
    return inPlace(call)
        .filter(FunctionValue.Lambda.class::isInstance)
        .map(function -> ((FunctionValue.Lambda) function).body());
  }

  @Override
  public Optional<LockOperation> doneInPlace(Call call) {
    return inPlace(call)
        .flatMap(function -> actionOf(function).stream())
        .findFirst()
        .map(
            action ->
                new LockOperation(call.tree(), ImmutableSet.of(), action, LockMode.EXCLUSIVE));
  }

  private Optional<Action> actionOf(FunctionValue function) {
    if (function instanceof FunctionValue.MethodReference reference) {
      return index
          .library()
          .method(reference.method(), index.types())
          .flatMap(model -> model.effect(Locks.class))
          .map(effect -> Action.valueOf(effect.action().name()))
          .filter(action -> action == Action.ACQUIRE || action == Action.RELEASE);
    }
    Body lambda = ((FunctionValue.Lambda) function).body();
    if (isEmpty(lambda) || underWay.contains(lambda)) {
      return Optional.empty();
    }
    BodyLocks inside = of(lambda);
    if (!inside.atNormalExit().isEmpty()) {
      return Optional.of(Action.ACQUIRE);
    }
    boolean gives =
        inside.operations().values().stream()
            .anyMatch(o -> o.action() == Action.RELEASE && !acquires(inside, o));
    return gives ? Optional.of(Action.RELEASE) : Optional.empty();
  }

  @Override
  public List<LockOperation> wrapped(Call call) {
    for (Body target : wrappers(call)) {
      if (!isEmpty(target) && !underWay.contains(target)) {
        List<LockOperation> operations = wrapped(call, target);
        if (!operations.isEmpty()) {
          return operations;
        }
      }
    }
    return List.of();
  }

  private List<LockOperation> wrapped(Call call, Body target) {
    BodyLocks inside = of(target);
    if (inside.operations().isEmpty()) {
      return List.of();
    }
    Optional<LockOperation> ofAll = inside.ofAll(call);
    if (ofAll.isPresent()) {
      return List.of(ofAll.get());
    }
    List<LockOperation> operations = new ArrayList<>();
    for (LockOperation held : inside.atNormalExit()) {
      wrap(held, target, call, Action.ACQUIRE).ifPresent(operations::add);
    }
    for (LockOperation operation : inside.operations().values()) {
      if (operation.call() instanceof AssignmentTree raise
          && operation.action() == Action.ACQUIRE
          && BusyFlags.tellsWinner(target, raise)) {
        wrap(operation, target, call, Action.TRY_ACQUIRE).ifPresent(operations::add);
      } else if (operation.action() == Action.RELEASE && !acquires(inside, operation)) {
        wrap(operation, target, call, Action.RELEASE).ifPresent(operations::add);
      } else if (operation.action() == Action.TRY_ACQUIRE && isReturned(operation, target)) {
        wrap(operation, target, call, Action.TRY_ACQUIRE).ifPresent(operations::add);
      } else if (operation.action() == Action.ACQUIRE_UNLESS && isReturned(operation, target)) {
        Action action =
            Negations.isNegated(operation.call(), target.tree())
                ? Action.TRY_ACQUIRE
                : Action.ACQUIRE_UNLESS;
        wrap(operation, target, call, action).ifPresent(operations::add);
      }
    }
    return operations;
  }

  private static boolean isEmpty(Body body) {
    return BodyLocks.isEmpty(body);
  }

  private static boolean acquires(BodyLocks inside, LockOperation release) {
    return inside.operations().values().stream()
        .filter(o -> o.action() != Action.RELEASE && o.action() != Action.IS_HELD)
        .anyMatch(o -> o.lock().equals(release.lock()));
  }

  private static boolean isReturned(LockOperation operation, Body body) {
    return body.returned().dependencies().stream()
        .anyMatch(d -> d instanceof Dependency.OnResult r && r.call().tree() == operation.call());
  }

  private Optional<LockOperation> wrap(
      LockOperation operation, Body target, Call call, Action action) {
    ImmutableSet.Builder<ImmutableSet<AccessPath>> locks = ImmutableSet.builder();
    for (ImmutableSet<AccessPath> lock : LockGroup.locksOf(operation)) {
      ImmutableSet<AccessPath> outside =
          lock.stream()
              .flatMap(path -> translation.toCaller(path, target, call).stream())
              .flatMap(path -> canonical(path).stream())
              .collect(ImmutableSet.toImmutableSet());
      if (outside.isEmpty()) {
        return Optional.empty();
      }
      locks.add(outside);
    }
    LockOperation here = new LockOperation(call.tree(), "", action, operation.mode());
    return Optional.of(LockGroup.of(here, locks.build()));
  }

  @Override
  public Set<AccessPath> gatesEntered(ClassSymbol type) {
    return gates.entered(type);
  }

  @Override
  public Set<AccessPath> gatesLeft(ClassSymbol type) {
    return gates.left(type);
  }

  @Override
  public boolean isBusyFlag(VarSymbol field) {
    return gates.isBusyFlag(field);
  }

  @Override
  public boolean isAtomic(Access access) {
    AccessPath location = access.location();
    return location.last().orElse(null) instanceof Selector.Content content
        && content.index().equals(Index.WHOLE)
        && (location.owner().variable().isPresent()
            ? isAtomic(location.owner().variable().get().type.tsym)
            : access.method().filter(method -> isAtomic(method.enclClass())).isPresent());
  }

  @Override
  public boolean isInsertion(Access access) {
    AccessPath location = access.location();
    return location.last().orElse(null) instanceof Selector.Content content
        && !content.index().equals(Index.WHOLE)
        && access.isConditional()
        && access
            .through()
            .flatMap(Call::model)
            .flatMap(model -> model.effect(Stores.class))
            .isPresent()
        && (location.owner().variable().filter(this::isThreadSafe).isPresent()
            || traits(Value.of(location.owner())).contains(Trait.THREAD_SAFE));
  }

  private boolean isThreadSafe(VarSymbol container) {
    return index.library().flags(container.type.tsym, index.types()).contains(TypeFlag.THREAD_SAFE);
  }

  /** What extends an atomic variable is one itself, and its own methods call it {@code this}. */
  private boolean isAtomic(TypeSymbol type) {
    Set<TypeFlag> flags = index.library().flags(type, index.types());
    return flags.contains(TypeFlag.ATOMIC_VARIABLE) || flags.contains(TypeFlag.FIELD_UPDATER);
  }

  @Override
  public ImmutableSet<Trait> traits(Value lock) {
    return traits(lock, 0);
  }

  private ImmutableSet<Trait> traits(Value value, int depth) {
    if (!value.traits().isEmpty() || value.paths().isEmpty() || depth > MAX_ALIAS_STEPS) {
      return value.traits();
    }
    Set<Trait> common = null;
    for (AccessPath path : value.paths()) {
      Set<Trait> traits = new HashSet<>(traitsOf(path, depth));
      if (common == null) {
        common = traits;
      } else {
        common.retainAll(traits);
      }
    }
    return common == null ? ImmutableSet.of() : ImmutableSet.copyOf(common);
  }

  private Set<Trait> traitsOf(AccessPath path, int depth) {
    if (path.root() instanceof Root.Result result && path.selectors().isEmpty()) {
      ImmutableList<Body> targets = graph.targets(result.call());
      return targets.size() == 1 ? traits(targets.get(0).returned(), depth + 1) : Set.of();
    }
    List<Access> writes =
        path.last().orElse(null) instanceof Selector.Field field
            ? origins.assignments(field.symbol())
            : stored(path);
    Set<Trait> common = null;
    for (Access write : writes) {
      Set<Trait> traits = traits(write.written(), depth + 1);
      if (common == null) {
        common = new HashSet<>(traits);
      } else {
        common.retainAll(traits);
      }
    }
    return common == null ? Set.of() : common;
  }

  /** Returns what is put into the array that an element is out of. */
  private List<Access> stored(AccessPath element) {
    return element.last().orElse(null) instanceof Selector.Element
        ? element.variable().stream()
            .flatMap(array -> index.accessesOf(array).stream())
            .filter(Access::isWrite)
            .filter(write -> write.location().last().orElse(null) instanceof Selector.Element)
            .toList()
        : List.of();
  }

  @Override
  public ImmutableSet<AccessPath> canonical(Value lock) {
    ImmutableSet.Builder<AccessPath> paths = ImmutableSet.builder();
    for (AccessPath path : lock.paths()) {
      named(path).stream()
          .flatMap(name -> canonical(name).stream())
          .map(constructions::resolve)
          .forEach(paths::add);
    }
    return paths.build();
  }

  /** Returns what a lock is that a call returns. */
  private ImmutableSet<AccessPath> named(AccessPath path) {
    if (!(path.root() instanceof Root.Result result) || !path.selectors().isEmpty()) {
      return getters.resolve(path);
    }
    Call call = result.call();
    String method = call.method().enclClass().getQualifiedName() + "." + call.method().name;
    return switch (method) {
      case "java.lang.Object.getClass" -> classOf(call).orElse(ImmutableSet.of(path));
      case "java.lang.String.intern" -> ImmutableSet.of(pooled(call));
      default -> madeBy(call).orElseGet(() -> getters.resolve(path));
    };
  }

  /**
   * There is one class object for each class of objects: the same for all only if there is but one
   * such class. Else each object might as well bring a lock of its own.
   */
  private Optional<ImmutableSet<AccessPath>> classOf(Call call) {
    if (!call.receiver().paths().equals(ImmutableSet.of(AccessPath.THIS))) {
      return Optional.empty();
    }
    ClassSymbol type = call.body().enclosingClass();
    long classes =
        Stream.concat(Stream.of(type), index.subclassesOf(type).stream())
            .filter(c -> (c.flags() & Flags.ABSTRACT) == 0)
            .count();
    return Optional.of(
        classes > 1
            ? call.receiver().paths()
            : ImmutableSet.of(AccessPath.of(new Root.ClassObject(type))));
  }

  /** All equal strings have one interned string: a lock for each value, known to everyone. */
  private static AccessPath pooled(Call call) {
    Value text = Value.computedFrom(call.receiver().dependencies());
    return new AccessPath(
        new Root.Statics(), ImmutableList.of(new Selector.Element(Index.WHOLE.at(text))));
  }

  /** Returns the new objects that a call returns, if it returns nothing else. */
  private Optional<ImmutableSet<AccessPath>> madeBy(Call call) {
    ImmutableSet.Builder<AccessPath> made = ImmutableSet.builder();
    List<Body> targets = graph.targets(call);
    for (Body target : targets) {
      Set<AccessPath> returned = target.returned().paths();
      if (returned.isEmpty() || !returned.stream().allMatch(LockSummaries::isNew)) {
        return Optional.empty();
      }
      made.addAll(returned);
    }
    return targets.isEmpty() ? Optional.empty() : Optional.of(made.build());
  }

  private static boolean isNew(AccessPath path) {
    return path.root() instanceof Root.Fresh && path.selectors().isEmpty();
  }

  /**
   * Follows fields that only stand for another field of the object, such as the half of a lock. A
   * field that keeps what another one held for a while is a name of its own.
   */
  private ImmutableSet<AccessPath> canonical(AccessPath path) {
    ImmutableSet.Builder<AccessPath> names = ImmutableSet.builder();
    AccessPath current = path;
    for (int step = 0; step < MAX_ALIAS_STEPS; step++) {
      Optional<AccessPath> next = aliased(current);
      if (next.isEmpty() || next.get().equals(current)) {
        break;
      }
      if (!isStable(next.get())) {
        names.add(current);
      }
      current = next.get();
    }
    return names.add(current).build();
  }

  private boolean isStable(AccessPath path) {
    return path.selectors().stream()
        .allMatch(
            step -> !(step instanceof Selector.Field field) || origins.isStable(field.symbol()));
  }

  private Optional<AccessPath> aliased(AccessPath path) {
    if (!(path.last().orElse(null) instanceof Selector.Field field)) {
      return Optional.empty();
    }
    VarSymbol symbol = field.symbol();
    List<Access> assignments = origins.assignments(symbol);
    if (assignments.size() != 1 || !origins.isStable(symbol)) {
      return Optional.empty();
    }
    Set<AccessPath> sources = assignments.get(0).written().paths();
    if (sources.size() != 1) {
      return Optional.empty();
    }
    AccessPath source = canonicalSource(sources.iterator().next());
    if (source.selectors().isEmpty() && !(source.root() instanceof Root.This)) {
      return Optional.empty();
    }
    if (source.isStatic()) {
      return Optional.of(source);
    }
    if (source.root() instanceof Root.Variable variable) {
      return constructions
          .fieldKeeping(variable.symbol(), assignments.get(0).body())
          .filter(sibling -> sibling != symbol)
          .flatMap(sibling -> path.owner().then(new Selector.Field(sibling)))
          .flatMap(start -> start.thenAll(source.selectors()));
    }
    return source.root() instanceof Root.This
        ? path.owner().thenAll(source.selectors())
        : Optional.empty();
  }

  private AccessPath canonicalSource(AccessPath source) {
    ImmutableSet<AccessPath> resolved = getters.resolve(source);
    return resolved.size() == 1 ? resolved.iterator().next() : source;
  }
}
