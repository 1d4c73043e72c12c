package dev.interlock.analysis.callgraph;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.library.MethodEffect.Result;
import dev.interlock.library.MethodEffect.Returns;
import dev.interlock.library.MethodModel;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sees through methods of the compilation that return something the caller could name. */
public final class Getters {
  private static final int MAX_STEPS = 4;

  /** A method that may return more things than this is no getter. */
  private static final int MAX_RESULTS = 4;

  /** So many returned values are looked at, at the most: overridden methods branch at each step. */
  private static final int MAX_LOOKS = 200;

  private final CompilationIndex index;
  private final CallGraph graph;
  private final Constructions constructions;
  private final Translation translation;
  private final Map<AccessPath, ImmutableSet<AccessPath>> resolved = new HashMap<>();
  private final Map<Call, Boolean> factories = new HashMap<>();

  public Getters(
      CompilationIndex index,
      CallGraph graph,
      Constructions constructions,
      Translation translation) {
    this.index = index;
    this.graph = graph;
    this.constructions = constructions;
    this.translation = translation;
  }

  /**
   * Returns what {@code path} names in terms of its body, if it starts at the result of a method of
   * this compilation; else the path itself.
   */
  public ImmutableSet<AccessPath> resolve(AccessPath path) {
    if (!(path.root() instanceof Root.Result)) {
      return ImmutableSet.of(path);
    }
    ImmutableSet<AccessPath> known = resolved.get(path);
    if (known == null) {
      known = new Resolution().resolve(path, MAX_STEPS);
      resolved.put(path, known);
    }
    return known;
  }

  /**
   * Returns whether {@code call} returns a new object, whichever method of the compilation runs.
   */
  public boolean isFactory(Call call) {
    return isFactory(call, MAX_STEPS);
  }

  private boolean isFactory(Call call, int steps) {
    Boolean known = factories.get(call);
    if (known == null) {
      List<Body> targets = graph.targets(call);
      known =
          targets.isEmpty()
              ? isFactoryOfLibrary(call)
              : steps > 0
                  && targets.stream()
                      .map(target -> target.returned().paths())
                      .allMatch(
                          paths ->
                              !paths.isEmpty() && paths.stream().allMatch(p -> isNew(p, steps)));
      factories.put(call, known);
    }
    return known;
  }

  private static boolean isFactoryOfLibrary(Call call) {
    return call.model()
        .flatMap(model -> model.effect(Returns.class))
        .filter(returns -> returns.result() == Result.FRESH)
        .isPresent();
  }

  /** Returns whether {@code path} leads to an object that was made on the way to it. */
  public boolean isNew(AccessPath path) {
    return isNew(path, MAX_STEPS);
  }

  private boolean isNew(AccessPath path, int steps) {
    return path.selectors().isEmpty()
        && (path.root() instanceof Root.Fresh
            || (path.root() instanceof Root.Result result && isFactory(result.call(), steps - 1)));
  }

  /**
   * Returns whether {@code path} is an element that was removed from a container on the way to it,
   * or made there: whoever has removed one has another one than everybody else.
   */
  public boolean isTakenOut(AccessPath path) {
    return isTakenOut(path, MAX_STEPS);
  }

  private boolean isTakenOut(AccessPath path, int steps) {
    if (!path.selectors().isEmpty() || !(path.root() instanceof Root.Result result) || steps == 0) {
      return false;
    }
    List<Body> targets = graph.targets(result.call());
    return targets.isEmpty()
        ? result.call().model().filter(MethodModel::takesOut).isPresent()
        : targets.stream()
            .map(target -> target.returned().paths())
            .allMatch(
                paths ->
                    !paths.isEmpty() && paths.stream().allMatch(p -> isTakenOut(p, steps - 1)));
  }

  /** One look through a chain of methods, which is given up where it branches too often. */
  private final class Resolution {
    private int looks;

    ImmutableSet<AccessPath> resolve(AccessPath path, int steps) {
      if (!(path.root() instanceof Root.Result result) || steps == 0) {
        return ImmutableSet.of(path);
      }
      Set<AccessPath> found = new LinkedHashSet<>();
      for (Body target : graph.targets(result.call())) {
        for (AccessPath returned : target.returned().paths()) {
          if (++looks > MAX_LOOKS) {
            return ImmutableSet.of(path);
          }
          for (AccessPath inside : resolve(returned, steps - 1)) {
            if (isPossible(inside, path, result.call())) {
              inside.thenAll(path.selectors()).map(constructions::resolve).stream()
                  .flatMap(named -> resolve(named, steps - 1).stream())
                  .flatMap(named -> translation.toCaller(named, target, result.call()).stream())
                  .flatMap(named -> resolve(named, steps - 1).stream())
                  .forEach(found::add);
            }
            if (found.size() > MAX_RESULTS || looks > MAX_LOOKS) {
              return ImmutableSet.of(path);
            }
          }
        }
      }
      return found.isEmpty() ? ImmutableSet.of(path) : ImmutableSet.copyOf(found);
    }
  }

  /**
   * Returns whether what a method returns can be what the call yields, as far as types tell, and
   * can have the field that the path goes on with: generic methods and sentinels return much else.
   */
  private boolean isPossible(AccessPath returned, AccessPath path, Call call) {
    if (path.selectors().isEmpty()) {
      return true;
    }
    Optional<Type> held = typeOf(returned);
    return held.isEmpty()
        || (isCastable(held.get(), ASTHelpers.getType(call.tree()))
            && leadsOn(held.get(), path.selectors().get(0)));
  }

  private static Optional<Type> typeOf(AccessPath returned) {
    if (returned.selectors().isEmpty()) {
      return returned.root() instanceof Root.Fresh fresh
          ? Optional.of(fresh.allocation().type())
          : Optional.empty();
    }
    return returned.last().orElse(null) instanceof Selector.Field last
        ? Optional.of(last.symbol().type)
        : Optional.empty();
  }

  private boolean isCastable(Type held, @Nullable Type wanted) {
    return wanted == null || index.casts().isCastable(held, wanted);
  }

  /** Returns whether an object of a type may have what the first step of a path selects. */
  private boolean leadsOn(Type type, Selector next) {
    if (!(next instanceof Selector.Field field)) {
      return true;
    }
    ClassSymbol owner = field.symbol().enclClass();
    return type.tsym instanceof ClassSymbol held
        && owner != null
        && (held.isSubClass(owner, index.types())
            || (owner.isSubClass(held, index.types())
                && !held.getQualifiedName().contentEquals("java.lang.Object")));
  }
}
