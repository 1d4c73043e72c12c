package dev.interlock.analysis.compound;

import com.google.common.collect.ImmutableList;
import com.sun.source.tree.WhileLoopTree;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.body.Point.Loop;
import dev.interlock.library.MethodModel;
import java.util.Optional;

/**
 * Checks that are made before a wait and not again after it: {@code if (items == 0) wait();
 * items--;}. The lock was given up meanwhile, another thread may have been woken first, and threads
 * wake up without reason (JLS 17.2.1).
 */
public final class UnrepeatedWaits {
  private final EffectSummary summary;
  private final ImmutableList<Wait> waits;

  /** A call that waits where a condition came out as it did. */
  private record Wait(Call call, Condition asked) {
    Point point() {
      return call.point();
    }
  }

  UnrepeatedWaits(Body body, EffectSummary summary) {
    this.summary = summary;
    this.waits = waitsOf(body);
  }

  private static ImmutableList<Wait> waitsOf(Body body) {
    ImmutableList.Builder<Wait> waits = ImmutableList.builder();
    for (Call call : body.calls()) {
      Condition asked = call.point().control();
      if (asked != null && call.model().filter(MethodModel::isWait).isPresent()) {
        waits.add(new Wait(call, asked));
      }
    }
    return waits.build();
  }

  /** Returns the wait before {@code write} about which {@code read} decides, and nothing else. */
  public static Optional<Call> between(Effect read, Effect write, Body body) {
    return waitsOf(body).stream()
        .filter(wait -> decides(read, wait) && isWithoutRecheck(wait, write.at()))
        .map(Wait::call)
        .findFirst();
  }

  /** Returns the check that decides only whether to wait until {@code write} may be made. */
  Optional<Effect> checkBefore(Effect write) {
    if (waits.isEmpty() || write.via().isPresent() || !takes(write)) {
      return Optional.empty();
    }
    return waits.stream()
        .filter(wait -> isWithoutRecheck(wait, write.at()))
        .flatMap(
            wait ->
                summary.effects().stream()
                    .filter(read -> read.access().isRead() && decides(read, wait))
                    .filter(read -> CompoundFinder.sameLocation(read.location(), write.location())))
        .findFirst();
  }

  /**
   * Returns whether a thread that has read a location waits, in one critical section with the
   * write, until what it reads there then is as it wants it to be.
   */
  static boolean isRepeatedByWait(Effect read, Effect write, EffectSummary summary) {
    return read.via().isEmpty()
        && write.via().isEmpty()
        && !read.locks().isEmpty()
        && CompoundFinder.throughout(read, write).isEmpty()
        && summary.effects().stream()
            .filter(again -> again.access().isRead() && again.via().isEmpty())
            .filter(again -> again.location().equals(read.location()))
            .filter(again -> again.at().order() > read.at().order())
            .filter(again -> !CompoundFinder.throughout(again, write).isEmpty())
            .map(again -> again.at().loop())
            .anyMatch(loop -> loop != null && isOver(loop, write.at()) && isOver(loop, read.at()));
  }

  /** Returns whether a place is outside of a loop that asks, and waits. */
  private static boolean isOver(Loop loop, Point point) {
    return loop.tree() instanceof WhileLoopTree && !point.isInside(loop.tree());
  }

  /** Returns whether a write counts on from what is there, or takes an element for granted. */
  private static boolean takes(Effect write) {
    return Numberings.countsOn(write.access())
        || (write.access().kind() == Access.Kind.UPDATE
            && write.access().through().filter(UnrepeatedWaits::takesForGranted).isPresent());
  }

  private static boolean takesForGranted(Call call) {
    return call.model().filter(MethodModel::takesOut).isPresent()
        && !call.method().getSimpleName().toString().startsWith("poll");
  }

  private static boolean decides(Effect read, Wait wait) {
    return read.at().order() < wait.point().order()
        && ValueTests.dependsOn(wait.asked().value(), read.access());
  }

  /** Returns whether who has waited goes on to the write, without another look. */
  private static boolean isWithoutRecheck(Wait wait, Point write) {
    if (write.order() < wait.point().order()) {
      return false;
    }
    for (Loop loop = wait.point().loop(); loop != null; loop = loop.outer()) {
      if (!write.isInside(loop.tree())) {
        return false;
      }
    }
    for (Condition c = write.control(); c != null; c = c.outer()) {
      if (c.tree() == wait.asked().tree()) {
        return false;
      }
    }
    return true;
  }
}
