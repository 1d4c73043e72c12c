package dev.interlock.analysis.sharing;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.CompilationIndex;
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
