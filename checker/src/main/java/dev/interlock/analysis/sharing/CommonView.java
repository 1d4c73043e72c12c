package dev.interlock.analysis.sharing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Types;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.lock.HeldLock;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Two contexts in terms of one object: {@code this.lot.income} of an attendant and {@code
 * this.income} of the car park itself are the same location if the attendant was given this car
 * park.
 */
public record CommonView(Context one, Context other) {

  /**
   * Returns two contexts of different classes in terms of the object which holds the location, if
   * both may mean the same object.
   *
   * @param mayBeGiven whether a field on the way may hold an object that others hold as well
   */
  static Optional<CommonView> of(
      Context a, Context b, Predicate<Selector.Field> mayBeGiven, Types types) {
    if (!(isOfObject(a) && isOfObject(b)) && !areOfOneMade(a, b, types)) {
      return Optional.empty();
    }
    int common = commonEnd(a.location(), b.location());
    Optional<ClassSymbol> one = holder(a, a.location().selectors().size() - common, mayBeGiven);
    Optional<ClassSymbol> other = holder(b, b.location().selectors().size() - common, mayBeGiven);
    if (common == 0
        || one.isEmpty()
        || other.isEmpty()
        || !related(one.get(), other.get(), types)) {
      return Optional.empty();
    }
    return Optional.of(
        new CommonView(within(a, common, one.get()), within(b, common, other.get())));
  }

  private static boolean isOfObject(Context context) {
    return context.home() == Home.OBJECT && context.location().root() instanceof Root.This;
  }

  /** Returns whether one thread is launched where an object is made, the other one by its maker. */
  static boolean areOfOneMade(Context a, Context b, Types types) {
    return areMakingAndMaker(a, b, types) || areMakingAndMaker(b, a, types);
  }

  private static boolean areMakingAndMaker(Context making, Context maker, Types types) {
    return isOfMaking(making)
        && isOfMaker(maker)
        && maker.location().root() instanceof Root.Fresh made
        && made.allocation().type().tsym.isSubClass(making.top().enclosingClass(), types);
  }

  private static boolean isOfMaking(Context context) {
    return isOfObject(context) && context.isTask() && context.top().isInitialization();
  }

  private static boolean isOfMaker(Context context) {
    return context.home() == Home.LOCAL && context.isTask();
  }

  private static int commonEnd(AccessPath a, AccessPath b) {
    int common = 0;
    while (common < a.selectors().size()
        && common < b.selectors().size()
        && Parallelism.overlapping(fromEnd(a, common), fromEnd(b, common))) {
      common++;
    }
    return common;
  }

  private static Selector fromEnd(AccessPath path, int steps) {
    return path.selectors().get(path.selectors().size() - 1 - steps);
  }

  /** Returns the class of the object that the first {@code steps} steps of a path lead to. */
  private static Optional<ClassSymbol> holder(
      Context context, int steps, Predicate<Selector.Field> mayBeGiven) {
    if (steps == 0) {
      return context.location().root() instanceof Root.Fresh made
          ? Optional.of((ClassSymbol) made.allocation().type().tsym)
          : Optional.of(context.self());
    }
    return context.location().selectors().get(steps - 1) instanceof Selector.Field field
            && mayBeGiven.test(field)
            && field.symbol().type.tsym instanceof ClassSymbol type
        ? Optional.of(type)
        : Optional.empty();
  }

  private static boolean related(ClassSymbol one, ClassSymbol other, Types types) {
    return one.isSubClass(other, types) || other.isSubClass(one, types);
  }

  private static Context within(Context context, int kept, ClassSymbol self) {
    ImmutableList<Selector> selectors = context.location().selectors();
    int cut = selectors.size() - kept;
    if (cut == 0 && isOfObject(context)) {
      return context;
    }
    AccessPath object = new AccessPath(context.location().root(), selectors.subList(0, cut));
    ImmutableSet.Builder<HeldLock> locks = ImmutableSet.builder();
    context.locks().forEach(lock -> locks.add(lock.at(within(lock.paths(), object))));
    AccessPath location = new AccessPath(new Root.This(), selectors.subList(cut, selectors.size()));
    return context.inside(self, location, locks.build());
  }

  /**
   * Returns the paths in terms of {@code object}; none, so that any may be meant, if one leads
   * elsewhere.
   */
  private static ImmutableSet<AccessPath> within(
      ImmutableSet<AccessPath> locks, AccessPath object) {
    ImmutableSet.Builder<AccessPath> paths = ImmutableSet.builder();
    for (AccessPath lock : locks) {
      if (lock.startsWith(object)) {
        paths.add(
            new AccessPath(
                new Root.This(),
                lock.selectors().subList(object.selectors().size(), lock.selectors().size())));
      } else if (lock.isStatic()
          || lock.root() instanceof Root.ClassObject
          || lock.root() instanceof Root.Shared) {
        paths.add(lock);
      } else {
        return ImmutableSet.of();
      }
    }
    return paths.build();
  }
}
