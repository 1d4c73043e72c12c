package dev.interlock.analysis.compound;

import com.google.common.collect.Sets;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.body.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Which variables of a body the key of an element comes from. */
final class KeyOrigins {
  private static final int MAX_DEPTH = 3;

  private KeyOrigins() {}

  /** Returns whether the keys of two elements come from a variable that they have in common. */
  static boolean shareVariable(AccessPath a, AccessPath b) {
    Set<VarSymbol> one = variables(a);
    return !one.isEmpty() && !Sets.intersection(one, variables(b)).isEmpty();
  }

  static Set<VarSymbol> variables(AccessPath location) {
    Set<VarSymbol> found = new HashSet<>();
    if (location.last().orElse(null) instanceof Selector.Content content) {
      collect(content.index().origin(), MAX_DEPTH, found);
    }
    return found;
  }

  static Set<VarSymbol> variables(Value value) {
    Set<VarSymbol> found = new HashSet<>();
    collect(value.dependencies(), MAX_DEPTH, found);
    return found;
  }

  private static void collect(
      Collection<Dependency> dependencies, int depth, Set<VarSymbol> found) {
    for (Dependency dependency : dependencies) {
      if (dependency instanceof Dependency.OnVariable variable) {
        found.add(variable.symbol());
      } else if (dependency instanceof Dependency.OnResult result && depth > 0) {
        Call call = result.call();
        collect(call.receiver().dependencies(), depth - 1, found);
        call.arguments().forEach(a -> collect(a.dependencies(), depth - 1, found));
      }
    }
  }
}
