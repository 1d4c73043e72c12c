package dev.interlock.analysis.body;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.body.Point.Loop;
import dev.interlock.analysis.body.Point.Monitor;
import dev.interlock.analysis.body.Point.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the walk through a body stands: what the local variables hold, which conditions, loops and
 * monitors are around, and the body that is being filled.
 */
final class BodyRecorder {
  private final Extraction extraction;
  private final Body body;
  private final @Nullable BodyRecorder definer;

  private Map<VarSymbol, Value> locals = new HashMap<>();
  private final List<Condition> exits = new ArrayList<>();
  private @Nullable Condition control;
  private @Nullable Loop loop;
  private @Nullable Monitor monitor;
  private int order;

  BodyRecorder(Extraction extraction, Body body, @Nullable BodyRecorder definer) {
    this.extraction = extraction;
    this.body = body;
    this.definer = definer;
    body.parameters().forEach(parameter -> locals.put(parameter, ofVariable(parameter)));
  }

  Extraction extraction() {
    return extraction;
  }

  Body body() {
    return body;
  }

  Point point(Tree tree) {
    return new Point(order++, tree, control, loop, monitor);
  }

  // ---- local variables -------------------------------------------------------------------------

  /** Returns what a local variable, parameter or captured variable holds. */
  Value local(VarSymbol variable) {
    Value known = locals.get(variable);
    if (known != null) {
      return known;
    }
    if (definer == null) {
      return Value.UNKNOWN;
    }
    body.capture(variable, definer.local(variable));
    return ofVariable(variable);
  }

  void assign(VarSymbol variable, Value value) {
    for (AccessPath path : value.paths()) {
      if (path.selectors().isEmpty() && path.root() instanceof Root.Fresh fresh) {
        fresh.allocation().storedIn(variable);
      }
    }
    if (locals.put(variable, value) != null && body.parameters().contains(variable)) {
      body.reassigns(variable);
    }
  }

  Map<VarSymbol, Value> snapshot() {
    return new HashMap<>(locals);
  }

  void restore(Map<VarSymbol, Value> snapshot) {
    locals = snapshot;
  }

  /** Continues with what the variables may hold after either of two ways. */
  void join(Map<VarSymbol, Value> other) {
    other.forEach((variable, value) -> locals.merge(variable, value, Value::or));
  }

  private static Value ofVariable(VarSymbol variable) {
    return Value.of(AccessPath.of(new Root.Variable(variable)))
        .and(ImmutableSet.of(new Dependency.OnVariable(variable, false)));
  }

  // ---- conditions, loops, monitors
  // ---------------------------------------------------------------

  /** Runs {@code inside} where {@code condition} decides whether it happens. */
  void under(Tree tree, Value condition, Outcome outcome, Runnable inside) {
    Condition saved = control;
    int exitsBefore = exits.size();
    control = new Condition(tree, condition, outcome, control);
    inside.run();
    control = saved;
    for (Condition exit : exits.subList(exitsBefore, exits.size())) {
      control = new Condition(exit.tree(), exit.value(), Outcome.ANY, control);
    }
  }

  /** Runs {@code inside}, which happens however all that came after {@code before} has ended. */
  void afterwards(@Nullable Condition before, Runnable inside) {
    Condition saved = control;
    control = before;
    inside.run();
    control = saved;
  }

  @Nullable Condition control() {
    return control;
  }

  /** From here on, {@code condition} decides whether anything happens. */
  void onlyIf(Tree tree, Value condition, Outcome outcome) {
    control = new Condition(tree, condition, outcome, control);
    exits.add(control);
  }

  /** Records that an exception is thrown: whether a mere check returns is its result. */
  void fails(Tree tree) {
    if (body.method().filter(extraction.assertions()::isCheck).isPresent()) {
      body.returns(Value.UNKNOWN, point(tree).controlDependencies());
    }
  }

  /** Runs {@code inside} once, as the inside of a loop. */
  void repeated(Tree tree, Runnable inside) {
    Loop saved = loop;
    loop = new Loop(tree, loop);
    inside.run();
    loop = saved;
  }

  /** Runs {@code inside} as the inside of a critical section. */
  void locked(Tree tree, Value lock, boolean isResource, Runnable inside) {
    Monitor saved = monitor;
    monitor = new Monitor(tree, lock, isResource, monitor);
    inside.run();
    monitor = saved;
  }

  // ---- accesses
  // ----------------------------------------------------------------------------------

  /** Records a read of a field of each object that {@code owner} may be; returns what was read. */
  Value readField(Value owner, VarSymbol field, Tree tree) {
    return read(owner, new Selector.Field(field), isConstant(field), tree);
  }

  /** Records a read of an element of each array that {@code owner} may be. */
  Value readElement(Value owner, Index index, Tree tree) {
    return read(owner, new Selector.Element(index), false, tree)
        .and(Dependency.folded(index.origin()));
  }

  Value readStatic(VarSymbol field, Tree tree) {
    Value value = Value.of(AccessPath.ofStatic(field));
    return isConstant(field) ? value : value.and(read(AccessPath.ofStatic(field), tree));
  }

  private Value read(Value owner, Selector selector, boolean constant, Tree tree) {
    ImmutableSet.Builder<AccessPath> paths = ImmutableSet.builder();
    ImmutableSet.Builder<Dependency> reads = ImmutableSet.builder();
    for (AccessPath path : owner.paths()) {
      path.then(selector)
          .ifPresent(
              location -> {
                paths.add(location);
                if (!constant) {
                  reads.addAll(read(location, tree));
                } else if (path.root() instanceof Root.This) {
                  reads.add(new Dependency.OnThis());
                }
              });
    }
    return new Value(paths.build(), reads.build(), ImmutableSet.of(), ImmutableSet.of())
        .and(Dependency.folded(owner.dependencies()));
  }

  private ImmutableSet<Dependency> read(AccessPath location, Tree tree) {
    Access access =
        new Access(
            body, location, Access.Kind.READ, Value.UNKNOWN, point(tree), Optional.empty(), false);
    body.add(access);
    return ImmutableSet.of(new Dependency.OnRead(access));
  }

  void write(AccessPath location, Value written, Tree tree) {
    if (location.last().orElse(null) instanceof Selector.Field
        && !written.paths().contains(location)) {
      locals.replaceAll((variable, value) -> value.without(location));
    }
    body.add(
        new Access(
            body, location, Access.Kind.WRITE, written, point(tree), Optional.empty(), false));
  }

  // ---- objects
  // -----------------------------------------------------------------------------------

  /** Returns the object whose member an unqualified name of {@code owner} denotes. */
  Optional<AccessPath> instanceOf(ClassSymbol owner) {
    ClassSymbol type = body.enclosingClass();
    if (type.isSubClass(owner, extraction.types())) {
      return Optional.of(AccessPath.THIS);
    }
    for (ClassSymbol outer = outer(type); outer != null; outer = outer(outer)) {
      if (outer.isSubClass(owner, extraction.types())) {
        return AccessPath.THIS.outer(outer);
      }
    }
    return Optional.empty();
  }

  private static @Nullable ClassSymbol outer(ClassSymbol type) {
    return ASTHelpers.enclosingClass(type);
  }

  private static boolean isConstant(VarSymbol field) {
    return (field.flags() & Flags.FINAL) != 0;
  }
}
