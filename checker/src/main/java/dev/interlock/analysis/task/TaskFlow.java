package dev.interlock.analysis.task;

import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.body.Access;
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
import dev.interlock.library.MethodEffect.CallsInPlace;
import dev.interlock.library.MethodEffect.Stores;
import dev.interlock.library.MethodModel;
import dev.interlock.library.Operand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks may be in which variable, container or result: a flow-insensitive inclusion analysis
 * (Andersen) over functions and runnable objects alone.
 */
public final class TaskFlow {
  private static final int MAX_ROUNDS = 8;

  /** More tasks than this in one place say nothing about any of them. */
  private static final int MAX_TASKS = 64;

  /** So many bodies, at the most, hand a container on to each other. */
  private static final int MAX_ALIASES = 3;

  private final CompilationIndex index;
  private final CallGraph graph;
  private final Map<TypeSymbol, Boolean> strings = new HashMap<>();

  /** By variable, allocation, method or lambda body: the tasks that may be there. */
  private final Map<Object, Set<Task>> tasks = new LinkedHashMap<>();

  private final Map<ClassSymbol, Boolean> runnable = new HashMap<>();

  /** By key of {@link #tasks}: the bodies that have to be looked at again when it gets more. */
  private final Map<Object, List<Body>> readers = new HashMap<>();

  private final Set<Body> outdated = new HashSet<>();
  private @Nullable Body reader;

  public TaskFlow(CompilationIndex index, CallGraph graph) {
    this.index = index;
    this.graph = graph;
    outdated.addAll(index.bodies());
    for (int round = 0; round < MAX_ROUNDS && !outdated.isEmpty(); round++) {
      for (Body body : index.bodies()) {
        if (outdated.remove(body)) {
          reader = body;
          propagate(body);
        }
      }
    }
    reader = null;
    readers.clear();
    outdated.clear();
  }

  /** Returns the lambdas that are kept in a field, or in what a field holds. */
  Set<Body> keptLambdas() {
    Set<Body> kept = new HashSet<>();
    tasks.forEach(
        (place, held) -> {
          if (place instanceof VarSymbol variable && variable.getKind().isField()) {
            held.forEach(
                task -> {
                  if (task instanceof Task.Code code
                      && code.function() instanceof FunctionValue.Lambda lambda) {
                    kept.add(lambda.body());
                  }
                });
          }
        });
    return kept;
  }

  private void propagate(Body body) {
    body.calls().forEach(this::propagate);
    for (Access access : body.accesses()) {
      if (access.isWrite() && access.through().isEmpty()) {
        Optional<Object> key = keyOf(access.location());
        if (key.isPresent()) {
          add(key.get(), of(access.written(), body));
        }
      }
    }
    add(body.method().<Object>map(m -> m).orElse(body), of(body.returned(), body));
    if (body.definer().isPresent()) {
      Body definer = body.definer().get();
      body.captures().forEach((variable, value) -> add(variable, of(value, definer)));
    }
  }

  private void propagate(Call call) {
    for (Body target : graph.targets(call)) {
      int count = Math.min(target.parameters().size(), call.arguments().size());
      for (int i = 0; i < count; i++) {
        if (mayHoldTasks(target.parameters().get(i))) {
          add(target.parameters().get(i), of(call.arguments().get(i), call.body()));
        }
      }
    }
    if (call.model().isPresent()) {
      propagate(call, call.model().get());
    }
    // A library object made from functions may run them: a FutureTask, a wrapper.
    if (call.allocation().isPresent()
        && !index.isDeclaredHere(call.allocation().get().type().tsym)) {
      for (Value argument : call.arguments()) {
        add(call.allocation().get(), of(argument, call.body()));
      }
    }
  }

  private void propagate(Call call, MethodModel model) {
    for (Stores stores : model.effects(Stores.class)) {
      for (int operand : stores.operands()) {
        if (operand < call.arguments().size()) {
          store(call, call.arguments().get(operand));
        }
      }
    }
    for (CallsInPlace calls : model.effects(CallsInPlace.class)) {
      if (calls.givesElement()) {
        giveElements(call, call.operand(calls.function()));
      }
    }
  }

  private void store(Call call, Value stored) {
    Set<Task> added = of(stored, call.body());
    if (!added.isEmpty()) {
      call.receiver().paths().forEach(path -> store(path, call.body(), added, MAX_ALIASES));
    }
  }

  /** Whoever named a container that a body was given, or has captured, finds there what it adds. */
  private void store(AccessPath container, Body body, Set<Task> added, int depth) {
    keyOf(container).ifPresent(key -> add(key, added));
    if (depth == 0
        || !container.selectors().isEmpty()
        || !(container.root() instanceof Root.Variable variable)) {
      return;
    }
    Value captured = body.captures().get(variable.symbol());
    if (captured != null && body.definer().isPresent()) {
      Body definer = body.definer().get();
      captured.paths().forEach(path -> store(path, definer, added, depth - 1));
      return;
    }
    int parameter = body.parameters().indexOf(variable.symbol());
    if (parameter >= 0) {
      for (Call caller : graph.callers(body)) {
        caller.operand(new Operand(parameter)).paths().stream()
            .forEach(path -> store(path, caller.body(), added, depth - 1));
      }
    }
  }

  /** A function that is called with each element has what the container holds as parameters. */
  private void giveElements(Call call, Value functions) {
    for (FunctionValue function : functions.functions()) {
      bodyOf(function).stream()
          .flatMap(body -> body.parameters().stream())
          .filter(this::mayHoldTasks)
          .forEach(element -> add(element, of(call.receiver(), call.body())));
    }
  }

  private Optional<Body> bodyOf(FunctionValue function) {
    return function instanceof FunctionValue.Lambda lambda
        ? Optional.of(lambda.body())
        : index.body(((FunctionValue.MethodReference) function).method());
  }

  private void add(Object key, Set<Task> more) {
    if (!more.isEmpty()) {
      Set<Task> known = tasks.get(key);
      if (known == null) {
        known = new LinkedHashSet<>();
        tasks.put(key, known);
      }
      if (known.size() < MAX_TASKS && known.addAll(more)) {
        outdated.addAll(readers.getOrDefault(key, List.of()));
      }
    }
  }

  /** Returns the tasks that are known to be at {@code key}, to the body at hand from now on. */
  private Set<Task> at(Object key) {
    if (reader != null) {
      List<Body> known = readers.get(key);
      if (known == null) {
        known = new ArrayList<>(1);
        readers.put(key, known);
      }
      if (known.isEmpty() || Iterables.getLast(known) != reader) {
        known.add(reader);
      }
    }
    return tasks.getOrDefault(key, Set.of());
  }

  /** Returns what stands for a variable, or for all that a container holds. */
  private Optional<Object> keyOf(AccessPath path) {
    Optional<VarSymbol> variable = path.variable();
    if (variable.isPresent()) {
      return mayHoldTasks(variable.get()) ? Optional.of(variable.get()) : Optional.empty();
    }
    return path.root() instanceof Root.Fresh fresh
        ? Optional.of(fresh.allocation())
        : Optional.empty();
  }

  /** Most variables hold numbers and strings: to leave them out saves most of the work. */
  private boolean mayHoldTasks(VarSymbol variable) {
    Type type = variable.type;
    while (type instanceof Type.ArrayType array) {
      type = array.elemtype;
    }
    return !type.isPrimitive() && !isString(type.tsym);
  }

  private boolean isString(TypeSymbol type) {
    Boolean known = strings.get(type);
    if (known == null) {
      known = type.getQualifiedName().contentEquals("java.lang.String");
      strings.put(type, known);
    }
    return known;
  }

  /** Returns the tasks that {@code value}, in terms of {@code body}, may be or hold. */
  public Set<Task> of(Value value, Body body) {
    if (value.paths().isEmpty() && value.functions().isEmpty()) {
      return Set.of();
    }
    if (value.paths().size() == 1 && value.functions().isEmpty()) {
      return of(value.paths().iterator().next(), body);
    }
    Set<Task> found = new LinkedHashSet<>();
    for (FunctionValue function : value.functions()) {
      found.add(new Task.Code(function));
    }
    for (AccessPath path : value.paths()) {
      collect(path, body, found);
    }
    return found;
  }

  private void collect(AccessPath path, Body body, Set<Task> found) {
    found.addAll(known(path));
    if (found.isEmpty()) {
      found.addAll(itself(path, body));
    }
  }

  /** As nearly all values are: one path, most often without any task. */
  private Set<Task> of(AccessPath path, Body body) {
    Set<Task> known = known(path);
    return known.isEmpty() ? itself(path, body) : known;
  }

  /** Returns the tasks that have been seen to come to a place. */
  private Set<Task> known(AccessPath path) {
    if (path.root() instanceof Root.Result result
        && path.selectors().stream().noneMatch(Selector.Field.class::isInstance)) {
      return returnedBy(result.call());
    }
    Optional<Object> key = keyOf(path);
    Set<Task> known = key.isPresent() ? at(key.get()) : Set.of();
    return path.root() instanceof Root.Fresh fresh
            && fresh.allocation().type() instanceof Type.ArrayType array
            && !array.elemtype.isPrimitive()
        ? Sets.union(known, initial(fresh.allocation()))
        : known;
  }

  /** Returns the tasks that an array is made of. */
  private Set<Task> initial(Allocation array) {
    Set<Task> found = new LinkedHashSet<>();
    array.arguments().forEach(element -> found.addAll(of(element, array.body())));
    return found;
  }

  /** Returns the object at a place, if its class says that it is a task. */
  private Set<Task> itself(AccessPath path, Body body) {
    Optional<ClassSymbol> type = typeOf(path, body).filter(this::isRunnable);
    return type.isPresent() ? Set.of(new Task.RunnableObject(path, body, type.get())) : Set.of();
  }

  private Set<Task> returnedBy(Call call) {
    List<Body> targets = graph.targets(call);
    if (targets.size() == 1) {
      return targets.get(0).method().map(this::at).orElse(Set.of());
    }
    Set<Task> found = new LinkedHashSet<>();
    targets.forEach(t -> t.method().ifPresent(m -> found.addAll(at(m))));
    if (targets.isEmpty() && !index.isDeclaredHere(call.method().enclClass())) {
      for (Task task : of(call.receiver(), call.body())) {
        found.addAll(producedBy(task));
      }
      for (Value argument : call.arguments()) {
        for (Task task : of(argument, call.body())) {
          found.addAll(producedBy(task));
        }
      }
    }
    return found;
  }

  /** A library that is given a function may hand on what it returns, as {@code Stream.map} does. */
  private Set<Task> producedBy(Task task) {
    Set<Task> found = new LinkedHashSet<>();
    found.add(task);
    if (task instanceof Task.Code code) {
      if (code.function() instanceof FunctionValue.Lambda lambda) {
        found.addAll(at(lambda.body()));
      } else if (code.function() instanceof FunctionValue.MethodReference reference) {
        found.addAll(at(reference.method()));
      }
    }
    return found;
  }

  /** Returns the class of this compilation whose instances the path names, as far as declared. */
  private Optional<ClassSymbol> typeOf(AccessPath path, Body body) {
    if (path.selectors().isEmpty()) {
      if (path.root() instanceof Root.This) {
        return Optional.of(body.enclosingClass());
      }
      if (path.root() instanceof Root.Fresh fresh) {
        return classOf(fresh.allocation().type());
      }
      if (path.root() instanceof Root.Variable variable) {
        return classOf(variable.symbol().type);
      }
      return Optional.empty();
    }
    return path.last().orElseThrow() instanceof Selector.Field field
        ? classOf(field.symbol().type)
        : Optional.empty();
  }

  private Optional<ClassSymbol> classOf(Type type) {
    return type.tsym instanceof ClassSymbol symbol && index.isDeclaredHere(symbol)
        ? Optional.of(symbol)
        : Optional.empty();
  }

  /** Returns whether a library may know how to run instances of a class of this compilation. */
  private boolean isRunnable(ClassSymbol type) {
    Boolean known = runnable.get(type);
    if (known == null) {
      known =
          index.types().closure(type.type).stream()
              .map(supertype -> supertype.tsym)
              .anyMatch(this::isForeignTask);
      runnable.put(type, known);
    }
    return known;
  }

  private boolean isForeignTask(TypeSymbol type) {
    if (type.getQualifiedName().contentEquals("java.lang.Object")) {
      return false;
    }
    return type.isInterface()
        ? index.types().isFunctionalInterface(type) || index.callbacks(type).findAny().isPresent()
        : !index.isDeclaredHere(type)
            && !type.getQualifiedName().contentEquals("java.lang.Record")
            && !type.getQualifiedName().contentEquals("java.lang.Enum");
  }
}
