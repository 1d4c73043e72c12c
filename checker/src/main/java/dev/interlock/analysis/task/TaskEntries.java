package dev.interlock.analysis.task;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.FunctionValue;
import dev.interlock.analysis.callgraph.CompilationIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which body runs first when a task is run. */
final class TaskEntries {
  private final CompilationIndex index;

  TaskEntries(CompilationIndex index) {
    this.index = index;
  }

  /**
   * Returns the body that runs first.
   *
   * @param as the type that the task is handed over as, if it is known
   */
  Optional<Body> entryOf(Task task, Optional<Type> as) {
    if (task instanceof Task.RunnableObject object) {
      return entryOf(object.type(), as);
    }
    FunctionValue function = ((Task.Code) task).function();
    if (as.filter(type -> !mayBe(function, type)).isPresent()) {
      return Optional.empty();
    }
    if (function instanceof FunctionValue.Lambda lambda) {
      return Optional.of(lambda.body());
    }
    return index.body(((FunctionValue.MethodReference) function).method());
  }

  /** Returns the bodies that a library runs: the one of a task, or all callbacks of a listener. */
  List<Body> entriesOf(Task task, Optional<Type> as) {
    Optional<Body> entry = entryOf(task, as);
    if (as.isEmpty()
        || !(task instanceof Task.RunnableObject object)
        || entry.filter(found -> isCallableAs(as.get(), found)).isPresent()) {
      return entry.stream().toList();
    }
    List<Body> callbacks =
        index
            .callbacks(as.get().tsym)
            .flatMap(callback -> index.implementation(callback, object.type()).stream())
            .toList();
    return callbacks.isEmpty() ? entry.stream().toList() : callbacks;
  }

  /** Returns whether who has an object as one of {@code type} can run this method of it. */
  private boolean isCallableAs(Type type, Body entry) {
    return entry
        .method()
        .filter(method -> type.tsym == method.enclClass() || overridesOneOf(type, method))
        .isPresent();
  }

  private boolean overridesOneOf(Type type, MethodSymbol method) {
    return ASTHelpers.findSuperMethods(method, index.types()).stream()
        .anyMatch(
            overridden ->
                index.types().closure(type).stream()
                    .anyMatch(supertype -> supertype.tsym == overridden.enclClass()));
  }

  /**
   * Returns whether a plain call of a method of {@code type} may run a task: no library is in
   * between that makes one thing of another.
   */
  boolean isCallableAs(Task task, Type type) {
    return task instanceof Task.RunnableObject object
        ? index.types().closure(object.type().type).stream().anyMatch(s -> s.tsym == type.tsym)
            || index.types().closure(type).stream().anyMatch(s -> s.tsym == object.type())
        : mayBe(((Task.Code) task).function().tree(), type);
  }

  /** Returns whether what was written as a function of one type may be called as one of another. */
  private boolean mayBe(FunctionValue function, Type as) {
    return !(function instanceof FunctionValue.Lambda lambda) || mayBe(lambda.body().tree(), as);
  }

  private boolean mayBe(Tree written, Type as) {
    Type type = ASTHelpers.getType(written);
    return type == null
        || !as.tsym.isInterface()
        || !index.types().isFunctionalInterface(as.tsym)
        || index.types().closure(type).stream().anyMatch(supertype -> supertype.tsym == as.tsym)
        || index.types().closure(as).stream().anyMatch(supertype -> supertype.tsym == type.tsym);
  }

  private Optional<Body> entryOf(ClassSymbol type, Optional<Type> as) {
    Optional<Body> described =
        as.filter(t -> t.tsym.isInterface() && index.types().isFunctionalInterface(t.tsym))
            .map(t -> (MethodSymbol) index.types().findDescriptorSymbol(t.tsym))
            .flatMap(method -> index.implementation(method, type));
    if (described.isPresent()) {
      return described;
    }
    return foreignEntries(type).flatMap(m -> index.implementation(m, type).stream()).findFirst();
  }

  /** Returns the methods that libraries run objects of {@code type} by, most specific first. */
  private Stream<MethodSymbol> foreignEntries(ClassSymbol type) {
    List<TypeSymbol> foreign =
        index.types().closure(type.type).stream()
            .<TypeSymbol>map(supertype -> supertype.tsym)
            .filter(supertype -> !index.isDeclaredHere(supertype))
            .toList();
    Stream<MethodSymbol> templates =
        foreign.stream()
            .filter(supertype -> !supertype.isInterface())
            .flatMap(TaskEntries::abstractMethods);
    Stream<MethodSymbol> functions =
        foreign.stream()
            .filter(s -> s.isInterface() && index.types().isFunctionalInterface(s))
            .map(s -> (MethodSymbol) index.types().findDescriptorSymbol(s));
    return Stream.concat(templates, functions);
  }

  private static Stream<MethodSymbol> abstractMethods(TypeSymbol type) {
    List<MethodSymbol> found = new ArrayList<>();
    for (Symbol member : type.members().getSymbols()) {
      if (member instanceof MethodSymbol method
          && (method.flags() & Flags.ABSTRACT) != 0
          && method.getParameters().isEmpty()) {
        found.add(method);
      }
    }
    return found.stream();
  }
}
