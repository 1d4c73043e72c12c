package dev.interlock.analysis.sharing;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.task.Run;
import dev.interlock.library.MethodEffect.Launches;
import dev.interlock.library.Operand;
import dev.interlock.library.TypeFlag;
import dev.interlock.util.Backports;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Threads that drive the objects of a framework: they call them back, and run what is posted to
 * them in between.
 */
public final class EventLoops {
  private final CompilationIndex index;
  private final Map<TypeSymbol, Optional<String>> loops = new HashMap<>();
  private final Map<MethodSymbol, ImmutableSet<String>> callbacks = new HashMap<>();
  private final Map<ClassSymbol, Boolean> userInterfaces = new HashMap<>();

  public EventLoops(CompilationIndex index) {
    this.index = index;
  }

  /** Returns whether a task is posted to a loop of a framework that calls {@code body} back. */
  boolean drives(Run task, Body body) {
    return body.method()
        .map(method -> callbacks.computeIfAbsent(method, this::frameworksCalling))
        .filter(frameworks -> !frameworks.isEmpty())
        .flatMap(frameworks -> loopOf(task).filter(frameworks::contains))
        .isPresent();
  }

  /** Returns whether objects of a class have parts of a user interface, or are such. */
  boolean isOfUserInterface(ClassSymbol type) {
    return userInterfaces.computeIfAbsent(
        type,
        t ->
            isPartOfUserInterface(t)
                || index.types().closure(t.type).stream()
                    .filter(supertype -> index.isDeclaredHere(supertype.tsym))
                    .flatMap(supertype -> Streams.stream(supertype.tsym.members().getSymbols()))
                    .filter(VarSymbol.class::isInstance)
                    .anyMatch(field -> isPartOfUserInterface(field.type.tsym)));
  }

  private boolean isPartOfUserInterface(TypeSymbol type) {
    return index.library().flags(type, index.types()).contains(TypeFlag.USER_INTERFACE);
  }

  /** Returns the framework of the loop that a task is posted to, if it is. */
  private Optional<String> loopOf(Run task) {
    return task.launch()
        .flatMap(Launches::executor)
        .flatMap(executor -> typeOf(task, executor))
        .flatMap(type -> loops.computeIfAbsent(type.tsym, unused -> frameworkOfLoop(type)));
  }

  private static Optional<Type> typeOf(Run task, Operand executor) {
    return task.site().tree() instanceof MethodInvocationTree call
        ? Optional.ofNullable(expression(call, executor)).map(ASTHelpers::getType)
        : Optional.empty();
  }

  private static @Nullable ExpressionTree expression(MethodInvocationTree call, Operand executor) {
    if (executor.isReceiver()) {
      return ASTHelpers.getReceiver(call);
    }
    return executor.index() < call.getArguments().size()
        ? call.getArguments().get(executor.index())
        : null;
  }

  /** An executor is a loop if it is itself a thread, or can tell whether a thread is its own. */
  private Optional<String> frameworkOfLoop(Type type) {
    return index.types().closure(type).stream()
            .map(supertype -> supertype.tsym)
            .anyMatch(supertype -> isThread(supertype) || knowsItsThread(supertype))
        ? framework(type.tsym)
        : Optional.empty();
  }

  private static boolean isThread(TypeSymbol type) {
    return type.getQualifiedName().contentEquals("java.lang.Thread");
  }

  private static boolean knowsItsThread(TypeSymbol type) {
    for (Symbol member : type.members().getSymbols()) {
      if (member instanceof MethodSymbol
          && ThreadChecks.NAMES.contains(member.getSimpleName().toString())) {
        return true;
      }
    }
    return false;
  }

  /** Returns the frameworks that know an object by a method which this one overrides. */
  private ImmutableSet<String> frameworksCalling(MethodSymbol method) {
    return ASTHelpers.findSuperMethods(method, index.types()).stream()
        .map(MethodSymbol::enclClass)
        .flatMap(type -> framework(type).stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Returns the two first names of a library's package; the JDK drives nothing by such loops. */
  private Optional<String> framework(TypeSymbol type) {
    String library = Backports.enclosingPackage(type).getQualifiedName().toString();
    List<String> names = Splitter.on('.').splitToList(library);
    return index.isDeclaredHere(type) || names.size() < 2 || names.get(0).startsWith("java")
        ? Optional.empty()
        : Optional.of(names.get(0) + "." + names.get(1));
  }
}
