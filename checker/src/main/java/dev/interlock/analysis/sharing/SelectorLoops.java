package dev.interlock.analysis.sharing;

import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Point.Loop;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.sharing.Context.Step;
import java.util.Optional;

/**
 * Loops that wait for a {@code java.nio.channels.Selector}: each is gone round by one thread, since
 * the keys that a selector has selected are for one thread alone, whatever its object is said to
 * be.
 */
final class SelectorLoops {
  private final SharedParts sharing;

  SelectorLoops(SharedParts sharing) {
    this.sharing = sharing;
  }

  /**
   * Returns the loop that a context comes about in; empty if there is none, or if the location is
   * shared by several objects that have such a loop.
   */
  Optional<Tree> around(Context context) {
    if (context.location().isStatic() || isInGivenObject(context)) {
      return Optional.empty();
    }
    for (Step step : Meeting.chain(context)) {
      for (Loop loop = step.at().loop(); loop != null; loop = loop.outer()) {
        if (selects(loop, step.body())) {
          return Optional.of(loop.tree());
        }
      }
      if (step.launches()) {
        break;
      }
    }
    return Optional.empty();
  }

  private boolean isInGivenObject(Context context) {
    return context.location().owner().selectors().stream()
        .anyMatch(
            step ->
                step instanceof Selector.Field field && sharing.isGivenToSeveral(field.symbol()));
  }

  private static boolean selects(Loop loop, Body body) {
    return body.calls().stream().anyMatch(call -> isSelect(call) && isInside(call.point(), loop));
  }

  private static boolean isInside(Point point, Loop loop) {
    return point.isInside(loop.tree());
  }

  /** Returns whether a call is {@code selector.select()}, or of a helper that is given one. */
  private static boolean isSelect(Call call) {
    String name = call.method().getSimpleName().toString();
    return (name.equals("select") || name.equals("selectNow"))
        && (isSelector(call.method().owner.type)
            || call.method().type.getParameterTypes().stream().anyMatch(SelectorLoops::isSelector));
  }

  private static boolean isSelector(Type type) {
    return type.tsym.getQualifiedName().contentEquals("java.nio.channels.Selector");
  }
}
