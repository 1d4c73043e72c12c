package dev.interlock.analysis.verdict;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.Home;
import dev.interlock.analysis.sharing.LocationKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of objects that guard themselves, each by its own lock: who changes one of them
 * under the lock of another, as in {@code synchronized (from) { to.balance += n; }}, is not alone
 * with it.
 */
final class SiblingLocks implements Evidence {
  private final CompilationIndex index;
  private final OtherAccesses others;

  SiblingLocks(CompilationIndex index, OtherAccesses others) {
    this.index = index;
    this.others = others;
  }

  @Override
  public Optional<Finding> of(Trial trial) {
    VarSymbol variable = trial.variable().orElse(null);
    if (variable == null
        || !(variable.owner instanceof ClassSymbol owner)
        || !(trial.kind() == LocationKind.PLAIN || trial.kind() == LocationKind.UNSAFE_CONTENT)) {
      return Optional.empty();
    }
    for (Context here : trial.contexts()) {
      ImmutableList<Selector> lock = ofSibling(here, owner);
      if (lock != null && here.home() != Home.LOCAL && !isOwn(here, trial)) {
        Optional<Finding> found = unlike(trial, here, lock);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Returns what leads to the only lock that is held from the object that it belongs to, if that is
   * another object of {@code type} than the one with the variable; null if it is not.
   */
  private @Nullable ImmutableList<Selector> ofSibling(Context here, ClassSymbol type) {
    if (here.locks().size() != 1) {
      return null; // who takes two may have both
    }
    HeldLock held = Iterables.getOnlyElement(here.locks());
    if (!held.isExclusive() || held.paths().size() != 1) {
      return null;
    }
    AccessPath lock = Iterables.getOnlyElement(held.paths());
    AccessPath changed = here.location().object();
    for (int steps = lock.selectors().size(); steps >= 0; steps--) {
      AccessPath sibling = new AccessPath(lock.root(), lock.selectors().subList(0, steps));
      if (isA(type, sibling, here)) {
        return areApart(sibling, changed)
            ? lock.selectors().subList(steps, lock.selectors().size())
            : null;
      }
    }
    return null;
  }

  /**
   * Returns whether the body that updates takes the lock of the very object, whatever both are
   * called by those who call it.
   */
  private static boolean isOwn(Context here, Trial trial) {
    Tree section = Iterables.getOnlyElement(here.locks()).section();
    AccessPath object = trial.operation().location().object();
    return trial.write().locks().stream()
        .filter(lock -> lock.section() == section)
        .flatMap(lock -> lock.paths().stream())
        .anyMatch(path -> path.startsWith(object));
  }

  /**
   * Returns whether two names are those of two objects. Objects that lead to each other, as nodes
   * of a list or a tree do, may have one lock; what a method returns may be what a field holds.
   */
  private static boolean areApart(AccessPath one, AccessPath other) {
    boolean told =
        one.root() instanceof Root.Result a
            ? other.root() instanceof Root.Result b && a.call().method() != b.call().method()
            : !(other.root() instanceof Root.Result);
    return told && !one.startsWith(other) && !other.startsWith(one);
  }

  private boolean isA(ClassSymbol type, AccessPath object, Context context) {
    Type found = typeOf(object, context);
    return found != null
        && index.types().isSubtype(index.types().erasure(found), index.types().erasure(type.type));
  }

  private static @Nullable Type typeOf(AccessPath object, Context context) {
    if (object.last().orElse(null) instanceof Selector.Field field) {
      return field.symbol().type;
    }
    if (!object.selectors().isEmpty()) {
      return null;
    }
    if (object.root() instanceof Root.Variable variable) {
      return variable.symbol().type;
    }
    if (object.root() instanceof Root.Result result) {
      return result.call().method().getReturnType();
    }
    return object.root() instanceof Root.This ? context.top().enclosingClass().type : null;
  }

  /** An access under the lock of the object that it changes. */
  private record Guarded(Access access, Context context) {}

  /** Names an access under the object's own lock, if most writes of the variable are so guarded. */
  private Optional<Finding> unlike(Trial trial, Context here, ImmutableList<Selector> lock) {
    List<Guarded> guarded = new ArrayList<>();
    int bare = 0;
    for (Access other : others.writes(trial)) {
      List<Context> ways =
          others.contextsOf(other).stream().filter(SiblingLocks::mayBeShared).toList();
      Optional<Context> way = underOwnLock(ways, lock);
      way.ifPresent(c -> guarded.add(new Guarded(other, c)));
      if (way.isEmpty() && ways.stream().anyMatch(c -> c.locks().isEmpty())) {
        bare++;
      }
    }
    if (bare > guarded.size()) {
      return Optional.empty();
    }
    return guarded.stream()
        .min(Comparator.comparingInt(example -> example.context().locks().size()))
        .map(
            example ->
                trial.against(
                    example.access(),
                    example.context(),
                    FindingKind.INCONSISTENT_LOCKING,
                    Witness.LOCKING,
                    here))
        .or(
            () ->
                underOwnLock(trial.contexts(), lock)
                    .map(
                        other ->
                            trial.alone(FindingKind.INCONSISTENT_LOCKING, Witness.LOCKING, here)));
  }

  private static Optional<Context> underOwnLock(List<Context> ways, ImmutableList<Selector> lock) {
    return ways.stream()
        .filter(SiblingLocks::mayBeShared)
        .filter(context -> holdsOwn(context, lock))
        .min(Comparator.comparingInt(context -> context.locks().size()));
  }

  private static boolean mayBeShared(Context context) {
    return context.home() != Home.CONFINED
        && context.home() != Home.LOCAL
        && !context.body().isInitialization();
  }

  private static boolean holdsOwn(Context context, ImmutableList<Selector> lock) {
    AccessPath object = context.location().object();
    return context.locks().stream()
        .filter(HeldLock::isExclusive)
        .flatMap(held -> held.paths().stream())
        .anyMatch(path -> path.startsWith(object) && rest(path, object).equals(lock));
  }

  private static ImmutableList<Selector> rest(AccessPath path, AccessPath object) {
    return path.selectors().subList(object.selectors().size(), path.selectors().size());
  }
}
