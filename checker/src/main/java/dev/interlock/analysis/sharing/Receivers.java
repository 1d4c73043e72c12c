package dev.interlock.analysis.sharing;

import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.sharing.Context.Step;
import dev.interlock.analysis.task.Task;
import java.util.List;
import java.util.Optional;

/**
 * What the class of an object says of the calls on it: where its own variable is at stake, a
 * virtual call runs the override that its class has, not the method that this overrides.
 */
final class Receivers {
  private final CompilationIndex index;

  Receivers(CompilationIndex index) {
    this.index = index;
  }

  /** Returns whether a call may run {@code body} on the object that {@code location} is part of. */
  boolean mayRun(Body body, Call call, AccessPath location) {
    return !call.isVirtual()
        || body.method().isEmpty()
        || subclass(body, location)
            .flatMap(type -> index.implementation(body.method().get(), type))
            .filter(other -> other != body)
            .isEmpty();
  }

  /**
   * Returns whether an object that is run as a task may have come, by calls on itself, to where a
   * way began: a template method runs the steps of the object's own class.
   */
  boolean mayLeadTo(SearchState way, Task.RunnableObject task) {
    List<Step> steps = way.steps();
    for (int i = steps.size() - 1; i >= 0 && isCallOnItself(steps.get(i)); i--) {
      ClassSymbol callee = (i == 0 ? way.origin() : steps.get(i - 1).body()).enclosingClass();
      if (!mayBe(task, callee)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCallOnItself(Step step) {
    return !step.launches()
        && step.body().calls().stream()
            .filter(call -> call.point().equals(step.at()))
            .anyMatch(
                call ->
                    call.allocation().isEmpty()
                        && call.receiver().paths().equals(ImmutableSet.of(AccessPath.THIS)));
  }

  private boolean mayBe(Task.RunnableObject task, ClassSymbol callee) {
    return task.type().isSubClass(callee, index.types())
        || (!(task.path().root() instanceof Root.Fresh)
            && callee.isSubClass(task.type(), index.types()));
  }

  /**
   * Returns the class of the object that {@code body} runs on, if the location tells a closer one.
   */
  private Optional<ClassSymbol> subclass(Body body, AccessPath location) {
    return location.root() instanceof Root.This
            && !location.selectors().isEmpty()
            && location.selectors().get(0) instanceof Selector.Field field
            && !field.symbol().isStatic()
            && field.symbol().enclClass() != body.enclosingClass()
            && field.symbol().enclClass().isSubClass(body.enclosingClass(), index.types())
        ? Optional.of(field.symbol().enclClass())
        : Optional.empty();
  }
}
