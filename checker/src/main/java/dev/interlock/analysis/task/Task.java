package dev.interlock.analysis.task;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Allocation;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.FunctionValue;
import dev.interlock.analysis.body.Root;

/** Something that can be handed over to be run. */
public sealed interface Task {

  /** Returns whether the task is the object that is made at some place. */
  default boolean is(Allocation made) {
    return this instanceof RunnableObject object
        && object.path().equals(AccessPath.of(new Root.Fresh(made)));
  }

  /** A lambda or method reference. */
  record Code(FunctionValue function) implements Task {}

  /** An object whose class says what to run, named by {@code path} in terms of {@code body}. */
  record RunnableObject(AccessPath path, Body body, ClassSymbol type) implements Task {}
}
