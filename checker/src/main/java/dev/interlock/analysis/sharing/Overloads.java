package dev.interlock.analysis.sharing;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.callgraph.CallGraph;
import java.util.List;

/**
 * Public methods that are called here by other forms of themselves alone, which fill in defaults:
 * they are there for others to call as well.
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
        && body.method().filter(Overloads::isOpen).isPresent()
        && callers.stream().allMatch(call -> call.body() != body && isFormOf(call.body(), body));
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
