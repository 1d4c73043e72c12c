package dev.interlock.analysis.sharing;

import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.sharing.Context.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The innermost body that two contexts have in common: there it is seen in which order it makes,
 * calls or launches what leads to the two accesses.
 *
 * @param inner the crossings of each context below the body
 * @param outer the crossings of each context at or above it
 */
record Meeting(Body body, Side one, Side other) {

  /** One of the two contexts. */
  record Side(Point at, List<Crossing> inner, List<Crossing> outer) {

    boolean isLaunched() {
      return !inner.isEmpty();
    }

    /** Returns the launch that the body itself makes, or that is nearest to it. */
    Crossing launch() {
      return inner.get(inner.size() - 1);
    }
  }

  static Optional<Meeting> of(Context a, Context b) {
    List<Step> ways = chain(a);
    List<Step> others = chain(b);
    for (int i = 0; i < ways.size(); i++) {
      for (int j = 0; j < others.size(); j++) {
        if (ways.get(i).body() == others.get(j).body()) {
          return Optional.of(new Meeting(ways.get(i).body(), side(a, ways, i), side(b, others, j)));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Step> chain(Context context) {
    List<Step> chain = new ArrayList<>();
    chain.add(new Step(context.body(), context.made(), false));
    chain.addAll(context.steps());
    return chain;
  }

  private static Side side(Context context, List<Step> chain, int index) {
    int launches =
        (int) chain.subList(0, index + 1).stream().filter(Step::launches).count();
    List<Crossing> crossings = context.crossings();
    int inner = Math.min(launches, crossings.size());
    return new Side(
        chain.get(index).at(),
        crossings.subList(0, inner),
        crossings.subList(inner, crossings.size()));
  }
}
