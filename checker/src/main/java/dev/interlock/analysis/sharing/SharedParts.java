package dev.interlock.analysis.sharing;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Allocation;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.callgraph.FieldOrigins;
import dev.interlock.analysis.callgraph.FieldOrigins.Origin;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which objects are given to several owners by their constructors. */
final class SharedParts {
  private final FieldOrigins origins;
  private final CompilationIndex index;
  private final Map<VarSymbol, Boolean> known = new HashMap<>();

  SharedParts(FieldOrigins origins, CompilationIndex index) {
    this.origins = origins;
    this.index = index;
  }

  /**
   * Returns whether two objects may hold the same object in {@code field}: their makers are seen to
   * pass it twice, or the class is a record, which just carries what it is given.
   */
  boolean isGivenToSeveral(VarSymbol field) {
    Boolean answer = known.get(field);
    if (answer == null) {
      answer =
          origins.of(field) instanceof Origin.Injected injected
              && ((field.owner.flags() & Flags.RECORD) != 0
                  || isPassedTwice(index.allocationsOf(field.enclClass()), injected.parameter()));
      known.put(field, answer);
    }
    return answer;
  }

  private static boolean isPassedTwice(List<Allocation> made, int parameter) {
    Set<AccessPath> seen = new HashSet<>();
    for (Allocation allocation : made) {
      if (parameter >= allocation.arguments().size()) {
        continue;
      }
      Value argument = allocation.arguments().get(parameter);
      for (AccessPath path : argument.paths()) {
        boolean again = LoopNesting.repeats(allocation.point(), path, allocation.body());
        if ((again && !isAnotherEachTime(argument)) || !seen.add(path)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isAnotherEachTime(Value argument) {
    return argument.dependencies().stream().anyMatch(Dependency.OnLoop.class::isInstance);
  }
}
