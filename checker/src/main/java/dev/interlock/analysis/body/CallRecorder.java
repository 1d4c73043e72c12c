package dev.interlock.analysis.body;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Types;
import dev.interlock.analysis.body.Point.Outcome;
import dev.interlock.library.MethodEffect.Accesses;
import dev.interlock.library.MethodEffect.CallsInPlace;
import dev.interlock.library.MethodEffect.ConfinesResult;
import dev.interlock.library.MethodEffect.Requires;
import dev.interlock.library.MethodEffect.Result;
import dev.interlock.library.MethodEffect.Returns;
import dev.interlock.library.MethodEffect.Stores;
import dev.interlock.library.MethodEffect.Use;
import dev.interlock.library.MethodModel;
import dev.interlock.library.Operand;
import dev.interlock.library.Trait;
import dev.interlock.library.TypeFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Records calls, and what calls of modelled library methods do to the objects they are made on. */
final class CallRecorder {
  private final BodyRecorder recorder;

  CallRecorder(BodyRecorder recorder) {
    this.recorder = recorder;
  }

  /** Records a call; returns its value. */
  Value invoke(
      MethodInvocationTree tree,
      MethodSymbol method,
      Value receiver,
      ImmutableList<Value> arguments,
      boolean virtual,
      boolean resultUsed) {
    Optional<VarSymbol> component = componentOf(method);
    if (component.isPresent()) {
      return recorder.readField(receiver, component.get(), tree);
    }
    Call call =
        record(tree, method, receiver, arguments, isVirtual(method, virtual), resultUsed, false);
    Value result =
        call.model()
            .map(model -> apply(model, call, tree.getArguments()))
            .orElseGet(
                () -> call.result().and(ImmutableSet.of(new Dependency.OnResult(call, false))));
    proceed(call, result, tree);
    return result;
  }

  /** What a check asks for holds after its call. */
  private void proceed(Call call, Value result, MethodInvocationTree tree) {
    Assertions assertions = recorder.extraction().assertions();
    OptionalInt holding =
        call.model()
            .flatMap(model -> model.effect(Requires.class))
            .map(effect -> OptionalInt.of(effect.argument()))
            .orElseGet(() -> assertions.holding(call.method()));
    if (holding.isPresent() && holding.getAsInt() < call.arguments().size()) {
      ExpressionTree test = tree.getArguments().get(holding.getAsInt());
      recorder.onlyIf(test, call.arguments().get(holding.getAsInt()), Outcome.TRUE);
    } else if (assertions.isCheck(call.method())) {
      recorder.onlyIf(tree, result, Outcome.TRUE);
    }
  }

  /** Records the call of a library method that a method reference stands for. */
  void invokeReference(
      MemberReferenceTree tree,
      MethodSymbol method,
      Value receiver,
      ImmutableList<Value> arguments) {
    Call call = record(tree, method, receiver, arguments, false, false, false);
    recorder
        .body()
        .returns(
            call.model()
                .map(model -> apply(model, call, List.of()))
                .orElseGet(
                    () -> call.result().and(ImmutableSet.of(new Dependency.OnResult(call, false)))),
            ImmutableSet.of());
  }

  /** Records a {@code new}; returns the object. */
  Value allocate(
      NewClassTree tree, MethodSymbol constructor, Value outer, ImmutableList<Value> arguments) {
    Call call = record(tree, constructor, outer, arguments, false, true, true);
    ImmutableSet<Trait> traits = ImmutableSet.of();
    Value copied = Value.UNKNOWN;
    if (call.model().isPresent()) {
      traits = YieldedTraits.of(call.model().get(), call, tree.getArguments());
      copied = accessed(call.model().get(), call, tree.getArguments());
      containersRead(call).ifPresent(call.allocation().orElseThrow()::copies);
    }
    return call.result()
        .and(copied.dependencies())
        .and(ImmutableSet.of(new Dependency.OnResult(call, false)))
        .with(traits);
  }

  /** Returns the container that a constructor reads, as that of {@code ArrayList} does. */
  private static Optional<Value> containersRead(Call call) {
    return call.model().orElseThrow().effects(Accesses.class).stream()
        .filter(effect -> effect.use() == Use.READ)
        .map(effect -> call.operand(effect.container()))
        .findFirst();
  }

  Value allocateArray(Tree tree, ImmutableList<Value> elements) {
    Allocation allocation =
        new Allocation(
            recorder.body(),
            ASTHelpers.getType(tree),
            recorder.point(tree),
            Value.UNKNOWN,
            elements);
    return Value.of(AccessPath.of(new Root.Fresh(allocation)));
  }

  /** Returns the elements of a container that is iterated over. */
  Value elements(Value iterable, Index index, Tree tree) {
    return access(
            Optional.empty(),
            /* atPlace= */ false,
            iterable,
            Access.Kind.READ,
            index,
            Value.UNKNOWN,
            false,
            tree)
        .and(Dependency.folded(iterable.dependencies()));
  }

  private Call record(
      Tree tree,
      MethodSymbol method,
      Value receiver,
      ImmutableList<Value> arguments,
      boolean virtual,
      boolean resultUsed,
      boolean allocates) {
    Body body = recorder.body();
    Point point = recorder.point(tree);
    Optional<Allocation> allocation =
        allocates
            ? Optional.of(
                new Allocation(body, ASTHelpers.getType(tree), point, receiver, arguments))
            : Optional.empty();
    Call call =
        new Call(
            body,
            method,
            receiver,
            arguments,
            point,
            recorder.extraction().library().method(modelled(method), recorder.extraction().types()),
            virtual,
            resultUsed,
            allocation);
    allocation.ifPresent(made -> made.constructedBy(call));
    body.add(call);
    return call;
  }

  /** Returns the constructor that an anonymous class extends by nothing but members. */
  private MethodSymbol modelled(MethodSymbol method) {
    return method.isConstructor() && method.owner.isAnonymous()
        ? superConstructor(method).orElse(method)
        : method;
  }

  private Optional<MethodSymbol> superConstructor(MethodSymbol anonymous) {
    Types types = recorder.extraction().types();
    for (var member :
        types.supertype(anonymous.owner.type).tsym.members().getSymbolsByName(anonymous.name)) {
      if (member instanceof MethodSymbol constructor
          && types.isSameTypes(
              types.erasure(constructor.type.getParameterTypes()),
              types.erasure(anonymous.type.getParameterTypes()))) {
        return Optional.of(constructor);
      }
    }
    return Optional.empty();
  }

  private static boolean isVirtual(MethodSymbol method, boolean dispatched) {
    return dispatched
        && !method.isStatic()
        && !method.isPrivate()
        && !method.isConstructor()
        && (method.flags() & Flags.FINAL) == 0;
  }

  /** Returns the field behind the implicit accessor of a record component. */
  private static Optional<VarSymbol> componentOf(MethodSymbol method) {
    if ((method.owner.flags() & Flags.RECORD) == 0
        || !method.getParameters().isEmpty()
        || (method.flags() & Flags.GENERATED_MEMBER) == 0) {
      return Optional.empty();
    }
    return findField(method);
  }

  private static Optional<VarSymbol> findField(MethodSymbol accessor) {
    for (var symbol : accessor.owner.members().getSymbolsByName(accessor.name)) {
      if (symbol instanceof VarSymbol field) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  // ---- library models
  // ------------------------------------------------------------------------------

  private Value apply(MethodModel model, Call call, List<? extends ExpressionTree> trees) {
    Value contents = accessed(model, call, trees);
    ImmutableSet<Trait> traits = YieldedTraits.of(model, call, trees);
    Value result =
        result(model, call, contents)
            .and(contents.dependencies())
            .and(ImmutableSet.of(new Dependency.OnResult(call, false)));
    // What is the receiver or an operand keeps its traits, unless the call yields others.
    return traits.isEmpty() ? result : result.with(traits);
  }

  /** Records what a call does to the contents of its operands; returns what it read of them. */
  private Value accessed(MethodModel model, Call call, List<? extends ExpressionTree> trees) {
    Value contents = Value.UNKNOWN;
    for (Accesses effect : model.effects(Accesses.class)) {
      Index index = index(effect.key(), call, trees);
      Value written =
          effect.value().isPresent()
              ? call.operand(new Operand(effect.value().getAsInt()))
              : dependenciesOf(stored(model, effect, call));
      boolean ofOperand = isFieldUpdater(call);
      contents =
          contents.or(
              access(
                  Optional.of(call),
                  effect.atPlace(),
                  ofOperand ? updatedField(call) : call.operand(effect.container()),
                  kind(effect.use()),
                  index,
                  effect.use() == Use.READ ? Value.UNKNOWN : written,
                  effect.conditional() && !isReadAnew(effect, call, trees),
                  call.tree()));
    }
    return contents;
  }

  /**
   * Returns whether an exchange expects what it reads itself right before, as in {@code
   * max.compareAndSet(max.get(), n)}: whatever was looked at before may have changed by then.
   */
  private static boolean isReadAnew(
      Accesses effect, Call call, List<? extends ExpressionTree> trees) {
    int expected = effect.value().orElse(0) - 1;
    if (expected < 0 || expected >= trees.size()) {
      return false;
    }
    Tree reading = ASTHelpers.stripParentheses(trees.get(expected));
    return call.operand(new Operand(expected)).dependencies().stream()
        .filter(Dependency.OnRead.class::isInstance)
        .map(dependency -> ((Dependency.OnRead) dependency).read())
        .filter(read -> read.through().filter(get -> get.tree() == reading).isPresent())
        .anyMatch(
            read -> call.operand(effect.container()).paths().contains(read.location().owner()));
  }

  private Value access(
      Optional<Call> call,
      boolean atPlace,
      Value receiver,
      Access.Kind kind,
      Index index,
      Value written,
      boolean conditional,
      Tree tree) {
    ImmutableSet.Builder<AccessPath> paths = ImmutableSet.builder();
    ImmutableSet.Builder<Dependency> reads = ImmutableSet.builder();
    for (AccessPath path : receiver.paths()) {
      Optional<AccessPath> location =
          atPlace && isPlace(path) ? Optional.of(path) : path.then(new Selector.Content(index));
      if (location.isEmpty()) {
        continue;
      }
      Access access =
          new Access(
              recorder.body(),
              location.get(),
              kind,
              written,
              recorder.point(tree),
              call,
              conditional);
      recorder.body().add(access);
      paths.add(location.get());
      if (kind != Access.Kind.WRITE) {
        reads.add(new Dependency.OnRead(access));
      }
    }
    return new Value(paths.build(), reads.build(), ImmutableSet.of(), ImmutableSet.of());
  }

  private static boolean isPlace(AccessPath path) {
    return path.last().orElse(null) instanceof Selector.Content;
  }

  private boolean isFieldUpdater(Call call) {
    return recorder
        .extraction()
        .library()
        .flags(call.method().enclClass(), recorder.extraction().types())
        .contains(TypeFlag.FIELD_UPDATER);
  }

  /** A handle stands for a field of the objects that it is given: one location for each of them. */
  private static Value updatedField(Call call) {
    Optional<VarSymbol> handle =
        call.receiver().paths().stream().flatMap(path -> path.variable().stream()).findFirst();
    if (handle.isEmpty() || call.arguments().isEmpty()) {
      return Value.UNKNOWN;
    }
    Selector field = new Selector.Field(handle.get());
    return call.arguments().get(0).paths().stream()
        .flatMap(path -> path.then(field).stream())
        .map(Value::of)
        .reduce(Value::or)
        .orElse(Value.UNKNOWN);
  }

  private static Access.Kind kind(Use use) {
    return switch (use) {
      case READ -> Access.Kind.READ;
      case WRITE -> Access.Kind.WRITE;
      case UPDATE -> Access.Kind.UPDATE;
    };
  }

  private static Index index(OptionalInt key, Call call, List<? extends ExpressionTree> arguments) {
    return key.isPresent() && key.getAsInt() < arguments.size()
        ? new Index(
            Index.textOf(arguments.get(key.getAsInt())), call.arguments().get(key.getAsInt()))
        : Index.WHOLE;
  }

  /** Returns the arguments that may become part of the contents: a mere key tells only where. */
  private static List<Value> stored(MethodModel model, Accesses effect, Call call) {
    boolean keyOnly =
        effect.key().isPresent()
            && (model.effect(CallsInPlace.class).isPresent()
                || model.effect(Stores.class).isEmpty());
    List<Value> stored = new ArrayList<>(call.arguments());
    if (keyOnly && effect.key().getAsInt() < stored.size()) {
      stored.remove(effect.key().getAsInt());
    }
    return stored;
  }

  private static Value dependenciesOf(List<Value> values) {
    ImmutableSet.Builder<Dependency> all = ImmutableSet.builder();
    values.forEach(value -> all.addAll(value.dependencies()));
    return Value.computedFrom(all.build());
  }

  private static Value result(MethodModel model, Call call, Value contents) {
    Optional<Returns> returns = model.effect(Returns.class);
    if (returns.isEmpty() || model.effect(ConfinesResult.class).isPresent()) {
      return call.result();
    }
    if (returns.get().result() == Result.ELEMENT && (model.takesOut() || model.exchanges())) {
      return call.result(); // who takes an element out of a container has it for itself
    }
    return switch (returns.get().result()) {
      case RECEIVER -> call.receiver();
      case ELEMENT -> contents.paths().isEmpty() ? element(call.receiver()) : contents;
      case FRESH -> call.result();
      case SHARED -> Value.of(AccessPath.of(new Root.Shared(call.method().getReturnType().tsym)));
      case OPERAND -> call.operand(new Operand(returns.get().operand().orElse(0)));
    };
  }

  private static Value element(Value container) {
    return container.paths().stream()
        .flatMap(path -> path.then(new Selector.Content(Index.WHOLE)).stream())
        .map(Value::of)
        .reduce(Value::or)
        .orElse(Value.UNKNOWN);
  }
}
