package dev.interlock.analysis.sharing;

import com.google.errorprone.util.ASTHelpers;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.CompilationIndex;

/**
 * Which classes keep what a library passes to their callbacks, such as the connection that an event
 * is about: an object that keeps it serves this one connection.
 */
final class KeptArguments {
  private final CompilationIndex index;

  KeptArguments(CompilationIndex index) {
    this.index = index;
  }

  /** Returns whether objects of a class keep an argument of a callback, or what it gives. */
  boolean isKeptBy(ClassSymbol type) {
    for (Type supertype : index.types().closure(type.type)) {
      if (supertype.tsym instanceof ClassSymbol part
          && index.isDeclaredHere(part)
          && index.bodiesOf(part).stream().filter(this::isCallback).anyMatch(this::keeps)) {
        return true;
      }
    }
    return false;
  }

  private boolean isCallback(Body body) {
    return body.kind() == Body.Kind.METHOD
        && body.method().filter(this::overridesLibrary).isPresent();
  }

  private boolean overridesLibrary(MethodSymbol method) {
    return ASTHelpers.findSuperMethods(method, index.types()).stream()
        .anyMatch(overridden -> !index.isDeclaredHere(overridden.enclClass()));
  }

  private boolean keeps(Body callback) {
    return callback.accesses().stream()
        .filter(access -> access.kind() == Access.Kind.WRITE && isOwnField(access.location()))
        .flatMap(access -> access.written().paths().stream())
        .anyMatch(path -> comesFromArgument(path, callback));
  }

  private static boolean isOwnField(AccessPath location) {
    return location.root() instanceof Root.This
        && location.selectors().size() == 1
        && location.selectors().get(0) instanceof Selector.Field;
  }

  private static boolean comesFromArgument(AccessPath path, Body callback) {
    return path.root() instanceof Root.Result result
        ? result.call().receiver().paths().stream().anyMatch(p -> isArgument(p, callback))
        : isArgument(path, callback);
  }

  private static boolean isArgument(AccessPath path, Body callback) {
    return path.root() instanceof Root.Variable variable
        && callback.parameters().contains(variable.symbol());
  }
}
