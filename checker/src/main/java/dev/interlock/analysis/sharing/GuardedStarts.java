package dev.interlock.analysis.sharing;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Types;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.body.Point.Loop;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.task.Run;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Tasks that an object launches one at a time, by a mark that it sets or by a claim. */
final class GuardedStarts {
  private final SharedParts sharing;
  private final Types types;

  GuardedStarts(SharedParts sharing, Types types) {
    this.sharing = sharing;
    this.types = types;
  }

  /** Returns whether the task is run by one thread at a time, as far as the location goes. */
  boolean isOneAtATime(Context context) {
    Run run = context.crossings().get(0).run();
    return run.serial()
        && !(context.location().isStatic() && isExecutorOfSomeObject(run))
        && run.executor()
            .filter(key -> key instanceof VarSymbol claimed && isOutside(context, claimed))
            .isEmpty();
  }

  /** What an object says is its executor is one for the object, not one for all. */
  private static boolean isExecutorOfSomeObject(Run run) {
    return run.executor()
        .filter(
            key ->
                key instanceof Collection<?> paths
                    && paths.stream().allMatch(GuardedStarts::isResult))
        .isPresent();
  }

  private static boolean isResult(Object key) {
    return key instanceof AccessPath path && path.root() instanceof Root.Result;
  }

  /** Returns whether the location is in an object that the one which is claimed was given. */
  private boolean isOutside(Context context, VarSymbol claimed) {
    return !claimed.isStatic() && (context.location().isStatic() || isInGivenObject(context));
  }

  private boolean isInGivenObject(Context context) {
    return context.location().owner().selectors().stream()
        .anyMatch(
            step ->
                step instanceof Selector.Field field && sharing.isGivenToSeveral(field.symbol()));
  }

  /** Returns whether a launch is not made again for the object that the location belongs to. */
  boolean isMadeOnce(Crossing launch, Context context) {
    return isGuarded(launch, context) && !isInGivenObject(context);
  }

  /** Returns whether a mark of the object keeps a second task for it from being launched. */
  boolean isTheOnlyOne(Context context) {
    Crossing innermost = context.crossings().get(0);
    return !innermost.run().many() && isOfMark(innermost, context) && isGuarded(innermost, context);
  }

  /** Returns whether the location belongs to the object that launches, as a mark of that does. */
  private boolean isOfMark(Crossing launch, Context context) {
    ClassSymbol launcher = launch.body().enclosingClass();
    return !context.location().isStatic()
        && context
            .location()
            .variable()
            .map(VarSymbol::enclClass)
            .filter(owner -> owner.isSubClass(launcher, types) || launcher.isSubClass(owner, types))
            .isPresent();
  }

  /**
   * A launch behind a check of a mark that is set beside it, such as a field for the worker, is not
   * made again while the mark is set, unless the task takes it away before it makes the access.
   */
  private static boolean isGuarded(Crossing launch, Context context) {
    for (Condition c = launch.at().control(); c != null; c = c.outer()) {
      Condition around = c;
      boolean guarded =
          !c.isOrder()
              && !comparesWithEarlier(c)
              && c.value().dependencies().stream()
                  .filter(Dependency.OnRead.class::isInstance)
                  .map(d -> ((Dependency.OnRead) d).read())
                  .filter(GuardedStarts::isMark)
                  .anyMatch(
                      read ->
                          isSetBehind(around, read, launch)
                              && !isTakenAway(read, launch.run().entry(), context));
      if (guarded) {
        return true;
      }
    }
    return false;
  }

  /** Whether a variable is still what it was has nothing to do with what else was launched. */
  private static boolean comparesWithEarlier(Condition condition) {
    Set<AccessPath> looked = new HashSet<>();
    return condition.value().dependencies().stream()
        .filter(Dependency.OnRead.class::isInstance)
        .map(d -> ((Dependency.OnRead) d).read().location())
        .anyMatch(location -> !looked.add(location));
  }

  /** A mark is a variable; what is in a container may be there for many tasks, one for each key. */
  private static boolean isMark(Access read) {
    return !(read.location().last().orElse(null) instanceof Selector.Content content)
        || (read.isConditional() && content.index().origin().isEmpty());
  }

  private static boolean isSetBehind(Condition condition, Access read, Crossing launch) {
    return read.isConditional()
        || launch.body().accesses().stream()
            .filter(Access::isWrite)
            .filter(write -> write.location().equals(read.location()))
            .map(Access::point)
            .anyMatch(mark -> isBehind(mark, condition) && isOnceFor(mark, launch.at()));
  }

  /** Returns whether no loop launches many tasks for one mark. */
  private static boolean isOnceFor(Point mark, Point launch) {
    for (Loop loop = launch.loop(); loop != null; loop = loop.outer()) {
      if (!mark.isInside(loop.tree())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTakenAway(Access mark, Body task, Context context) {
    return Meeting.chain(context).stream()
        .filter(step -> step.body() == task)
        .anyMatch(
            step ->
                task.accesses().stream()
                    .filter(Access::isWrite)
                    .filter(write -> write.location().variable().equals(mark.location().variable()))
                    .map(Access::point)
                    .anyMatch(
                        point -> point.control() == null && point.order() < step.at().order()));
  }

  private static boolean isBehind(Point point, Condition condition) {
    for (Condition c = point.control(); c != null; c = c.outer()) {
      if (c.tree() == condition.tree()) {
        return true;
      }
    }
    return false;
  }
}
