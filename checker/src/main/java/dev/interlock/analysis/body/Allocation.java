package dev.interlock.analysis.body;

import com.google.common.collect.ImmutableList;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The making of a new object or array in a body. Compared by identity. */
public final class Allocation {
  private final Body body;
  private final Type type;
  private final Point point;
  private final Value outer;
  private final ImmutableList<Value> arguments;
  private @Nullable VarSymbol variable;
  private @Nullable Call constructor;
  private Value copied = Value.UNKNOWN;

  Allocation(Body body, Type type, Point point, Value outer, ImmutableList<Value> arguments) {
    this.body = body;
    this.type = type;
    this.point = point;
    this.outer = outer;
    this.arguments = arguments;
  }

  /** Returns the body that makes the object. */
  public Body body() {
    return body;
  }

  public Type type() {
    return type;
  }

  public Point point() {
    return point;
  }

  /** Returns the enclosing instance given to an inner class. */
  public Value outer() {
    return outer;
  }

  /** Returns the constructor's arguments. */
  public ImmutableList<Value> arguments() {
    return arguments;
  }

  /** Returns the local variable that the object was first stored in. */
  public Optional<VarSymbol> variable() {
    return Optional.ofNullable(variable);
  }

  /** Returns the call of the constructor; absent for arrays. */
  public Optional<Call> constructor() {
    return Optional.ofNullable(constructor);
  }

  /** Returns the containers whose elements the new one holds from the start. */
  public Value copied() {
    return copied;
  }

  void copies(Value containers) {
    copied = containers;
  }

  void constructedBy(Call call) {
    constructor = call;
  }

  void storedIn(VarSymbol local) {
    if (variable == null) {
      variable = local;
    }
  }
}
