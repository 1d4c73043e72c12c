package dev.interlock.analysis.verdict;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.compound.CompoundOperation;
import dev.interlock.analysis.compound.CompoundOperation.ReadModifyWrite;
import dev.interlock.analysis.sharing.ContextBounds;
import dev.interlock.analysis.sharing.EntryTypes;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.sharing.LocationKinds;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Operations for which there can be no evidence, whatever their contexts: nothing that runs in
 * parallel or under a lock leads to their variable, and no declaration says that it is shared. In
 * most code most operations are of this sort; to see it here saves the search for their contexts.
 */
final class Dismissal {
  private final CompilationIndex index;
  private final ContextBounds bounds;
  private final LocationKinds kinds;
  private final DeclaredGuards guards;
  private final EntryTypes entryTypes;
  private final BiPredicate<CompoundOperation, LocationKind> isDeclared;
  private final Map<Body, Boolean> quiet = new IdentityHashMap<>();

  /**
   * @param isDeclared whether the code of an operation itself says that threads meet there
   */
  Dismissal(
      CompilationIndex index,
      ContextBounds bounds,
      LocationKinds kinds,
      DeclaredGuards guards,
      BiPredicate<CompoundOperation, LocationKind> isDeclared) {
    this.index = index;
    this.bounds = bounds;
    this.kinds = kinds;
    this.guards = guards;
    this.entryTypes = new EntryTypes(index, kinds);
    this.isDeclared = isDeclared;
  }

  /** Returns whether no evidence can be found against an operation on a location of this kind. */
  boolean isDue(CompoundOperation operation, LocationKind kind) {
    return (kind == LocationKind.PLAIN || kind == LocationKind.UNSAFE_CONTENT)
        && isQuiet(operation.body())
        && operation.throughout().isEmpty()
        && isQuiet(operation.write().access())
        && !guards.areDeclared()
        && !isShared(operation, kind)
        && !isDeclared.test(operation, kind)
        && !kinds.isElementOfVolatile(operation.location())
        && !kinds.isInsideConcurrentContainer(operation.location(), operation.body());
  }

  /**
   * Returns whether the variable is static, where more is done than to look and set, or one of an
   * object that a concurrent container may hold.
   */
  private boolean isShared(CompoundOperation operation, LocationKind kind) {
    return CompilationIndex.variableOf(operation.write().access())
        .filter(
            v ->
                v.isStatic()
                    ? kind == LocationKind.UNSAFE_CONTENT || operation instanceof ReadModifyWrite
                    : v.owner instanceof ClassSymbol type && entryTypes.contains(type))
        .isPresent();
  }

  /** Returns whether neither a task nor a lock leads to any access of the variable accessed. */
  private boolean isQuiet(Access access) {
    return isQuiet(access.body())
        && CompilationIndex.variableOf(access).stream()
            .flatMap(variable -> index.accessesOf(variable).stream())
            .allMatch(other -> isQuiet(other.body()));
  }

  private boolean isQuiet(Body body) {
    return quiet.computeIfAbsent(body, b -> !bounds.mayBeParallel(b) && !bounds.mayHoldLocks(b));
  }
}
