package dev.interlock.analysis.verdict;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.compound.CompoundOperation.CheckThenAct;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.library.MethodEffect.Stores;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Entries of maps that are worked out from their keys alone: whoever computes one comes to the
 * same, so that it does not matter who stores it last.
 */
final class DerivedEntries {
  private static final int MAX_DEPTH = 4;

  /** The classes of {@code java.lang} whose methods give the same result for the same operands. */
  private static final ImmutableSet<String> PURE =
      ImmutableSet.of(
          "String",
          "StringBuilder",
          "Integer",
          "Long",
          "Short",
          "Byte",
          "Character",
          "Boolean",
          "Class",
          "ClassLoader",
          "Double",
          "Float",
          "StrictMath",
          "CharSequence");

  private static final ImmutableSet<String> VALUES =
      ImmutableSet.of(
          "String", "Integer", "Long", "Short", "Byte", "Boolean", "Character", "Double", "Float");

  private final CompilationIndex index;

  DerivedEntries(CompilationIndex index) {
    this.index = index;
  }

  /** Returns whether a check-then-act fills in what the key says anyway. */
  boolean isDerivedFromKey(CheckThenAct operation) {
    Effect write = operation.write();
    return write.via().isEmpty()
        && isOnlyStore(write.access())
        && write.access().through().filter(DerivedEntries::storesValue).isPresent()
        && write.at().tree() instanceof MethodInvocationTree put
        && put.getArguments().size() == 2
        && isValue(put.getArguments().get(1))
        && isDerived(write.access().through().get().arguments());
  }

  /** Whoever stores something else in the map must not be overwritten. */
  private boolean isOnlyStore(Access store) {
    return CompilationIndex.variableOf(store).stream()
        .flatMap(map -> index.accessesOf(map).stream())
        .filter(other -> other != store && other.isWrite())
        .flatMap(other -> other.through().stream())
        .flatMap(call -> call.model().stream())
        .noneMatch(model -> model.effect(Stores.class).isPresent());
  }

  private static boolean storesValue(Call call) {
    return !call.isResultUsed()
        && call.model().flatMap(model -> model.effect(Stores.class)).isPresent();
  }

  private static boolean isValue(ExpressionTree stored) {
    Type type = ASTHelpers.getType(stored);
    return type != null
        && (type.isPrimitive() || isOfLanguage(type.tsym.getQualifiedName().toString(), VALUES));
  }

  /** Returns whether the second of two arguments comes from the first one. */
  private static boolean isDerived(List<Value> arguments) {
    Set<VarSymbol> key = new HashSet<>();
    boolean known = collect(arguments.get(0).dependencies(), MAX_DEPTH, key);
    Set<VarSymbol> value = new HashSet<>();
    return known
        && collect(arguments.get(1).dependencies(), MAX_DEPTH, value)
        && !value.isEmpty()
        && key.containsAll(value);
  }

  /** Collects the variables that a value comes from; returns whether it comes from nothing else. */
  private static boolean collect(
      Collection<Dependency> dependencies, int depth, Set<VarSymbol> found) {
    for (Dependency dependency : dependencies) {
      if (dependency instanceof Dependency.OnVariable variable) {
        found.add(variable.symbol());
      } else if (!(dependency instanceof Dependency.OnResult result)
          || depth == 0
          || !isPure(result.call())
          || !collect(result.call().receiver().dependencies(), depth - 1, found)
          || !result.call().arguments().stream()
              .allMatch(argument -> collect(argument.dependencies(), depth - 1, found))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPure(Call call) {
    MethodSymbol method = call.method();
    Tree.Kind kind = call.tree().getKind();
    return (kind == Tree.Kind.METHOD_INVOCATION || kind == Tree.Kind.NEW_CLASS)
        && isOfLanguage(method.enclClass().getQualifiedName().toString(), PURE);
  }

  private static boolean isOfLanguage(String name, Set<String> classes) {
    return name.startsWith("java.lang.") && classes.contains(name.substring("java.lang.".length()));
  }
}
