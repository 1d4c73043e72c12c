package dev.interlock.analysis.sharing;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.callgraph.CallGraph;
import java.util.List;
import java.util.function.Predicate;

/**
 * Public methods that are called here by other forms of themselves alone, which fill in defaults,
 * or by their own class in ways that others do not share: they are there for others to call as
 * well.
 */
final class Overloads {
  private final CallGraph graph;

  Overloads(CallGraph graph) {
    this.graph = graph;
  }

  /** Returns whether only other forms of a method call it, and others may. */
  boolean areOnlyCallersOf(Body body) {
    List<Call> callers = graph.callers(body);
    return !callers.isEmpty()
        && isOpen(body)
        && callers.stream().allMatch(call -> call.body() != body && isFormOf(call.body(), body));
  }

  /** Returns whether all calls of a method are made by its own class, and are such ones. */
  boolean isCalledByOwnClass(Body body, Predicate<Call> such) {
    List<Call> callers = graph.callers(body);
    return !callers.isEmpty()
        && callers.stream()
            .allMatch(
                call ->
                    call.body() != body
                        && call.body().enclosingClass() == body.enclosingClass()
                        && such.test(call));
  }

  /**
   * Returns whether a call is of what the caller's object keeps as the next one in a chain, which
   * may be of the same class: it is called by an interface, or by a class above.
   */
  static boolean isOnNext(Call call, Body body) {
    return !body.method().filter(call.method()::equals).isPresent()
        && !call.receiver().paths().isEmpty()
        && call.receiver().paths().stream()
            .allMatch(path -> path.root() instanceof Root.This && !path.selectors().isEmpty());
  }

  static boolean isOpen(Body body) {
    return body.method().filter(Overloads::isOpen).isPresent();
  }

  private static boolean isOpen(MethodSymbol method) {
    return (method.flags() & Flags.PUBLIC) != 0 && (method.enclClass().flags() & Flags.PUBLIC) != 0;
  }

  private static boolean isFormOf(Body form, Body body) {
    return form.enclosingClass() == body.enclosingClass()
        && form.method()
            .filter(Overloads::isOpen)
            .filter(m -> m.getSimpleName() == body.method().orElseThrow().getSimpleName())
            .isPresent();
  }
}
