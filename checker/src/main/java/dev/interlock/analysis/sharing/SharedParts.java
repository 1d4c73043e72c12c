package dev.interlock.analysis.sharing;

import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Allocation;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.callgraph.CallGraph;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.callgraph.FieldOrigins;
import dev.interlock.analysis.callgraph.FieldOrigins.Origin;
import dev.interlock.library.Operand;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which objects are given to several owners by their constructors. */
public final class SharedParts {
  private static final int MAX_DEPTH = 3;

  private final FieldOrigins origins;
  private final CallGraph graph;
  private final CompilationIndex index;
  private final Map<VarSymbol, Boolean> known = new HashMap<>();

  public SharedParts(FieldOrigins origins, CallGraph graph, CompilationIndex index) {
    this.origins = origins;
    this.graph = graph;
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
                  || isPassedTwice(field, injected.parameter()));
      known.put(field, answer);
    }
    return answer;
  }

  private boolean isPassedTwice(VarSymbol field, int parameter) {
    Set<AccessPath> seen = new HashSet<>();
    return storing(field).stream()
        .anyMatch(constructor -> isPassedTwice(constructor, parameter, seen, MAX_DEPTH));
  }

  /** Returns whether objects of a class are made by the constructors of their owners alone. */
  boolean isMadeByConstructors(ClassSymbol type) {
    List<Allocation> made = index.allocationsOf(type);
    return !made.isEmpty()
        && made.stream().allMatch(a -> a.body().isInitialization() && a.point().loop() == null);
  }

  /**
   * Returns whether there is one object of a class for all: a static initialiser makes it, and
   * nobody elsewhere can make another one.
   */
  boolean isSingleton(ClassSymbol type) {
    List<Allocation> made = index.makersOf(type);
    return made.size() == 1
        && made.get(0).body().kind() == Body.Kind.STATIC_INITIALIZER
        && made.get(0).point().loop() == null
        && ((type.flags() & Flags.PRIVATE) != 0 || hasPrivateConstructors(type));
  }

  private boolean hasPrivateConstructors(ClassSymbol type) {
    return constructorsOf(type).stream()
        .flatMap(body -> body.method().stream())
        .allMatch(constructor -> (constructor.flags() & Flags.PRIVATE) != 0);
  }

  /** Returns the constructors that store their parameter; others just call them. */
  private Collection<Body> storing(VarSymbol field) {
    ImmutableSet<Body> storing =
        origins.assignments(field).stream()
            .map(Access::body)
            .collect(ImmutableSet.toImmutableSet());
    return storing.isEmpty() ? constructorsOf(field.enclClass()) : storing;
  }

  /** The constructor of a record stores its parameters without a word. */
  private Collection<Body> constructorsOf(ClassSymbol type) {
    return index.bodiesOf(type).stream()
        .filter(body -> body.kind() == Body.Kind.CONSTRUCTOR)
        .toList();
  }

  private boolean isPassedTwice(Body constructor, int parameter, Set<AccessPath> seen, int depth) {
    for (Call call : graph.callers(constructor)) {
      Value argument = call.operand(new Operand(parameter));
      for (AccessPath path : argument.paths()) {
        int passedOn = parameterOf(path, call.body());
        boolean again =
            passedOn >= 0
                ? depth > 0 && isPassedTwice(call.body(), passedOn, seen, depth - 1)
                : isPassedAgain(call, path, argument)
                    || isOwnerOfMany(call, path)
                    || !seen.add(path);
        if (again) {
          return true;
        }
      }
    }
    return false;
  }

  private static int parameterOf(AccessPath path, Body body) {
    return body.kind() == Body.Kind.CONSTRUCTOR
            && path.selectors().isEmpty()
            && path.root() instanceof Root.Variable variable
        ? body.parameters().indexOf(variable.symbol())
        : -1;
  }

  /** A method that makes a part of its own object may be called for many of them. */
  private static boolean isOwnerOfMany(Call call, AccessPath path) {
    return path.equals(AccessPath.THIS)
        && !call.body().isInitialization()
        && call.body()
            .method()
            .filter(m -> !FrameworkEntries.isLifeCycle(m) || isReturned(call))
            .isPresent();
  }

  /** What is called {@code open()} and returns what it makes, does so for each of its callers. */
  private static boolean isReturned(Call call) {
    return call.allocation().isPresent()
        && call.body()
            .returned()
            .paths()
            .contains(AccessPath.of(new Root.Fresh(call.allocation().get())));
  }

  private static boolean isPassedAgain(Call call, AccessPath path, Value argument) {
    return LoopNesting.repeats(call.point(), path, call.body(), loop -> false)
        && !isAnotherEachTime(argument);
  }

  private static boolean isAnotherEachTime(Value argument) {
    return argument.dependencies().stream()
        .anyMatch(d -> d instanceof Dependency.OnLoop turn && !turn.folded());
  }
}
