package dev.interlock.analysis.sharing;

import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Allocation;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Point.Loop;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which loops repeat something for one and the same object. */
final class LoopNesting {
  private LoopNesting() {}

  /**
   * Returns whether what is launched {@code at} is launched again for the same {@code location}
   * before it has ended: it stands in a loop, and not every turn of the loop makes an object, or
   * chooses an element, of its own.
   *
   * @param separated whether the next turn of a loop begins only when what this one launched has
   *     ended
   */
  static boolean repeats(Point at, AccessPath location, Body body, Predicate<Loop> separated) {
    for (Loop loop = at.loop(); loop != null; loop = loop.outer()) {
      if (!separated.test(loop) && !isOwn(location, body, loop)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether each turn of the loop makes an object, or chooses an element, of its own. */
  static boolean isOwn(AccessPath location, Body body, Loop loop) {
    return madeInside(location, body, loop)
        || indices(location)
            .flatMap(index -> index.origin().stream())
            .anyMatch(new Dependency.OnLoop(loop.tree(), /* folded= */ false)::equals);
  }

  private static boolean madeInside(AccessPath location, Body body, Loop loop) {
    if (isCommon(location)) {
      return false;
    }
    if (location.root() instanceof Root.Result result) {
      return result.call().body() == body && result.call().point().isInside(loop.tree());
    }
    return location.root() instanceof Root.Fresh fresh
        && fresh.allocation().body() == body
        && fresh.allocation().point().isInside(loop.tree());
  }

  /**
   * Returns whether an object is made anew in each turn of a loop, unlike what is at a location.
   */
  static boolean isOneOfMany(Allocation made, AccessPath location) {
    for (Loop loop = made.point().loop(); loop != null; loop = loop.outer()) {
      if (!isOwn(location, made.body(), loop)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether each turn of a loop around {@code at} makes the object at {@code path} anew.
   */
  static boolean madeAnew(Point at, AccessPath path) {
    for (Loop loop = at.loop(); loop != null; loop = loop.outer()) {
      if (path.root() instanceof Root.Fresh fresh
          && fresh.allocation().point().isInside(loop.tree())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the indices that select elements on the way to {@code location}. By whatever way one
   * comes to an element that several have in common, it is the same one.
   */
  static Stream<Index> indices(AccessPath location) {
    List<Index> indices = new ArrayList<>();
    for (Selector step : location.selectors()) {
      Optional<Index> index = index(step);
      if (index.filter(Index.COMMON::equals).isPresent()) {
        indices.clear();
      } else {
        index.ifPresent(indices::add);
      }
    }
    return indices.stream();
  }

  /** Returns whether a location is in an element that several have in common. */
  static boolean isCommon(AccessPath location) {
    return location.selectors().stream()
        .anyMatch(step -> index(step).filter(Index.COMMON::equals).isPresent());
  }

  /** Returns the index by which a step selects an element, if it does. */
  static Optional<Index> index(Selector selector) {
    if (selector instanceof Selector.Element element) {
      return Optional.of(element.index());
    }
    return selector instanceof Selector.Content content
        ? Optional.of(content.index())
        : Optional.empty();
  }
}
