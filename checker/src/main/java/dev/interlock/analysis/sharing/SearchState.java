package dev.interlock.analysis.sharing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Flags;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.sharing.Context.Step;
import dev.interlock.library.EntryMode;
import java.util.Optional;

/**
 * How far a search for contexts has come on one way out: the access as seen from {@code body}.
 *
 * @param origin the body that makes the access
 * @param made where it makes the access
 * @param location the accessed location in terms of {@code body}
 * @param at where {@code body} makes the access, or calls or launches what leads to it
 * @param locks the locks held at the access, in terms of {@code body}
 * @param late whether the code further out may have given up its locks by the time of the access
 * @param crossings the changes of threads on the way, innermost first
 * @param steps the chain of calls and launches, innermost first
 * @param preconditions what must hold of the arguments of {@code body} for the access to be made
 */
record SearchState(
    Body origin,
    Point made,
    Body body,
    AccessPath location,
    Point at,
    ImmutableSet<HeldLock> locks,
    boolean late,
    ImmutableList<Crossing> crossings,
    ImmutableList<Step> steps,
    ImmutableSet<Precondition> preconditions) {

  Context end(Home home, Optional<EntryMode> entry) {
    return new Context(
        home,
        origin,
        made,
        body.enclosingClass(),
        location,
        body,
        at,
        crossings,
        locks,
        entry,
        steps);
  }

  /** Returns this state with all its tasks handed over many times. */
  SearchState again() {
    return new SearchState(
        origin,
        made,
        body,
        location,
        at,
        locks,
        late,
        crossings.stream().map(Crossing::again).collect(ImmutableList.toImmutableList()),
        steps,
        preconditions);
  }

  Key key() {
    return new Key(
        body,
        location,
        crossings.isEmpty() ? ImmutableList.of() : sites(crossings),
        locks,
        late,
        preconditions);
  }

  /** Returns whether locks that the code further out holds are held at the access. */
  boolean isUnderLocksAround() {
    return crossings.isEmpty() && !late;
  }

  private static ImmutableList<Call> sites(ImmutableList<Crossing> crossings) {
    return crossings.stream()
        .map(crossing -> crossing.run().site())
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns who can see the location, if nothing further out is known. */
  Home home() {
    Root root = location.root();
    if (location.isStatic()
        || root instanceof Root.ClassObject
        || root instanceof Root.Shared
        || isEnumConstant()) {
      return Home.STATIC;
    }
    if (root instanceof Root.This) {
      return Home.OBJECT;
    }
    return root instanceof Root.Variable variable && body.parameters().contains(variable.symbol())
        ? Home.ARGUMENT
        : Home.UNKNOWN;
  }

  /** There is one object for each constant of an enum, whoever names it. */
  private boolean isEnumConstant() {
    return location.root() instanceof Root.Variable variable
        ? (variable.symbol().type.tsym.flags() & Flags.ENUM) != 0
        : location.root() instanceof Root.This && (body.enclosingClass().flags() & Flags.ENUM) != 0;
  }

  /** What makes two states the same: the ways to them differ, what lies ahead does not. */
  record Key(
      Body body,
      AccessPath location,
      ImmutableList<Call> crossed,
      ImmutableSet<HeldLock> locks,
      boolean late,
      ImmutableSet<Precondition> preconditions) {

    @Override
    public int hashCode() {
      return 31 * (31 * body.hashCode() + location.hashCode()) + crossed.hashCode();
    }
  }
}
