package dev.interlock.analysis.sharing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.lock.HeldLock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What searches for contexts have found. Accesses of one location by one body, under the same locks
 * and conditions, come about in the same ways: only the places where they are made differ.
 */
final class KnownContexts {
  private final Map<Start, Result> results = new HashMap<>();

  /**
   * Where a search begins, but for the place of the access.
   *
   * @param within whether the search ends where others can call the class
   */
  record Start(
      Body body,
      AccessPath location,
      ImmutableSet<HeldLock> held,
      ImmutableSet<Precondition> preconditions,
      boolean within) {

    @Override
    public int hashCode() {
      return 31 * body.hashCode() + location.hashCode();
    }
  }

  /**
   * What a search has found.
   *
   * @param made the place of the access that it began at
   * @param anywhere whether the contexts would be the same for an access at another place
   */
  record Result(Point made, ImmutableList<Context> contexts, boolean anywhere) {

    private ImmutableList<Context> at(Point place) {
      if (place.equals(made)) {
        return contexts;
      }
      ImmutableList.Builder<Context> moved = ImmutableList.builder();
      contexts.forEach(context -> moved.add(context.madeAt(place)));
      return moved.build();
    }
  }

  /** Returns the contexts of an access at {@code made}, by a search unless they are known. */
  ImmutableList<Context> of(Start start, Point made, Supplier<Result> search) {
    @Nullable Result known = results.get(start);
    if (known != null && (known.anywhere() || known.made().equals(made))) {
      return known.at(made);
    }
    Result found = search.get();
    results.putIfAbsent(start, found);
    return found.contexts();
  }
}
