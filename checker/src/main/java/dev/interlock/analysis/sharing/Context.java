package dev.interlock.analysis.sharing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.library.EntryMode;
import java.util.List;
import java.util.Optional;

/**
 * One way in which an access comes about: the chain of calls and launches from the access out to
 * the outermost code that is known.
 *
 * @param body the body that makes the access
 * @param made where it makes the access
 * @param self the class of the object that {@code this} means in {@code location}
 * @param location the accessed location in terms of {@code top}
 * @param top the outermost body
 * @param at where {@code top} makes the access, or calls or launches what leads to it
 * @param crossings the changes of threads on the way, innermost first
 * @param locks the locks held at the access, in terms of {@code top}
 * @param entry how a framework enters {@code top}, if one does
 * @param steps the chain, innermost first
 */
public record Context(
    Home home,
    Body body,
    Point made,
    ClassSymbol self,
    AccessPath location,
    Body top,
    Point at,
    ImmutableList<Crossing> crossings,
    ImmutableSet<HeldLock> locks,
    Optional<EntryMode> entry,
    ImmutableList<Step> steps) {

  /** One link of the chain: where {@code body} calls, launches or makes what comes before. */
  public record Step(Body body, Point at, boolean launches) {}

  /** Returns this way as one to an access that the same body makes at another place. */
  Context madeAt(Point place) {
    Point outermost = steps.isEmpty() ? place : at;
    return new Context(
        home, body, place, self, location, top, outermost, crossings, locks, entry, steps);
  }

  /** Returns this way to the access as one to the variable that holds the accessed container. */
  public Context toOwner() {
    return new Context(
        home, body, made, self, location.owner(), top, at, crossings, locks, entry, steps);
  }

  /** Returns this way to the access with the location and the locks in terms of an object. */
  Context inside(ClassSymbol self, AccessPath location, ImmutableSet<HeldLock> locks) {
    return new Context(
        Home.OBJECT, body, made, self, location, top, at, crossings, locks, entry, steps);
  }

  /** Returns whether the access is known to run on another thread than the outermost code. */
  public boolean isTask() {
    return !crossings.isEmpty();
  }

  /** Returns whether one thread at a time serves the object that the location belongs to. */
  boolean isServed() {
    return crossings.stream().anyMatch(Crossing::serving);
  }

  /** Returns the changes of threads up to the one thread that serves the object of the location. */
  List<Crossing> ownCrossings() {
    int last = Iterables.indexOf(crossings, Crossing::serving);
    return last < 0 ? crossings : crossings.subList(0, last + 1);
  }

  /** Returns whether the access is known to run beside others: in a task, or by a framework. */
  public boolean isParallel() {
    return isTask() || entry.isPresent();
  }
}
