package dev.interlock.analysis.body;

import com.google.common.collect.ImmutableList;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import dev.interlock.library.MethodEffect.Gives;
import dev.interlock.library.MethodModel;
import dev.interlock.library.Operand;
import java.util.Optional;

/** A call of a method, or of a constructor by {@code new}. Compared by identity. */
public final class Call {
  private final Body body;
  private final MethodSymbol method;
  private final Value receiver;
  private final ImmutableList<Value> arguments;
  private final Point point;
  private final Optional<MethodModel> model;
  private final boolean virtual;
  private final boolean resultUsed;
  private final Optional<Allocation> allocation;
  private final Value result;

  Call(
      Body body,
      MethodSymbol method,
      Value receiver,
      ImmutableList<Value> arguments,
      Point point,
      Optional<MethodModel> model,
      boolean virtual,
      boolean resultUsed,
      Optional<Allocation> allocation) {
    this.body = body;
    this.method = method;
    this.receiver = receiver;
    this.arguments = arguments;
    this.point = point;
    this.model = model;
    this.virtual = virtual;
    this.resultUsed = resultUsed;
    this.allocation = allocation;
    Root root = allocation.<Root>map(Root.Fresh::new).orElseGet(() -> new Root.Result(this));
    this.result = Value.of(AccessPath.of(root));
  }

  /** Returns the body that makes the call. */
  public Body body() {
    return body;
  }

  /** Returns the method as named at the call; an override of it may run. */
  public MethodSymbol method() {
    return method;
  }

  /**
   * Returns the object that the method is called on; the enclosing instance for a {@code new} of an
   * inner class; {@link Value#UNKNOWN} if there is none.
   */
  public Value receiver() {
    return receiver;
  }

  public ImmutableList<Value> arguments() {
    return arguments;
  }

  /** Returns the value of an operand; {@link Value#UNKNOWN} if the call has no such operand. */
  public Value operand(Operand operand) {
    if (operand.isReceiver()) {
      return allocation.isPresent() ? result() : receiver;
    }
    return operand.index() < arguments.size() ? arguments.get(operand.index()) : Value.UNKNOWN;
  }

  /** Returns what the call gives a function that is one of its arguments as first parameter. */
  public Optional<Value> givenTo(Body function) {
    return model.stream()
        .flatMap(known -> known.effects(Gives.class).stream())
        .filter(gives -> mayBe(operand(gives.function()), function))
        .map(gives -> operand(gives.value()))
        .findFirst();
  }

  private static boolean mayBe(Value operand, Body function) {
    return operand.functions().stream()
        .anyMatch(
            each ->
                each instanceof FunctionValue.Lambda lambda
                    ? lambda.body() == function
                    : function
                        .method()
                        .filter(((FunctionValue.MethodReference) each).method()::equals)
                        .isPresent());
  }

  public Point point() {
    return point;
  }

  public Tree tree() {
    return point.tree();
  }

  /** Returns what is known of the method if a library has it. */
  public Optional<MethodModel> model() {
    return model;
  }

  /** Returns whether an override may run instead of the named method. */
  public boolean isVirtual() {
    return virtual;
  }

  /** Returns whether anything looks at the result. */
  public boolean isResultUsed() {
    return resultUsed;
  }

  /** Returns the object that the call makes, if it is a {@code new}. */
  public Optional<Allocation> allocation() {
    return allocation;
  }

  /** Returns the value of the call: the fresh object, or an opaque result. */
  public Value result() {
    return result;
  }
}
