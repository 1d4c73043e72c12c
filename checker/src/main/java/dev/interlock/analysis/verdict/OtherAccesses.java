package dev.interlock.analysis.verdict;

import com.google.common.collect.ImmutableList;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.callgraph.LockSummaries;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.ContextBounds;
import dev.interlock.analysis.sharing.ContextSearch;
import dev.interlock.analysis.sharing.Home;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The other accesses of the variable that an operation updates, and how they come about. */
final class OtherAccesses {
  private static final int MAX_ACCESSES = 40;

  private final CompilationIndex index;
  private final LockSummaries locks;
  private final ContextSearch search;
  private final ContextBounds bounds;
  private final Map<Access, ImmutableList<Context>> contexts = new IdentityHashMap<>();

  /** The answer for the last trial: each kind of evidence asks for it again. */
  private List<Access> lastOthers = List.of();

  private @Nullable Effect lastWrite;
  private Optional<Effect> lastRead = Optional.empty();

  OtherAccesses(
      CompilationIndex index, LockSummaries locks, ContextSearch search, ContextBounds bounds) {
    this.index = index;
    this.locks = locks;
    this.search = search;
    this.bounds = bounds;
  }

  /** Returns the other accesses of the variable, those that belong to the operation left out. */
  List<Access> of(Trial trial) {
    if (trial.write() != lastWrite || !trial.read().equals(lastRead)) {
      lastWrite = trial.write();
      lastRead = trial.read();
      lastOthers = find(trial);
    }
    return lastOthers;
  }

  private List<Access> find(Trial trial) {
    return trial.variable().stream()
        .flatMap(v -> index.accessesOf(v).stream())
        .filter(a -> a != trial.write().access())
        .filter(a -> trial.read().isEmpty() || a != trial.read().get().access())
        .filter(a -> isAlike(a, trial.write().access()))
        .limit(MAX_ACCESSES)
        .toList();
  }

  /** Returns those of the other accesses that write. */
  List<Access> writes(Trial trial) {
    return of(trial).stream().filter(Access::isWrite).toList();
  }

  /** Returns all writes, those that the operation makes by other methods among them. */
  List<Access> writesToo(Trial trial) {
    return trial.write().via().isEmpty()
        ? writes(trial)
        : Stream.concat(Stream.of(trial.write().access()), writes(trial).stream()).toList();
  }

  /** Returns the writes to the insides of what the updated variable holds. */
  List<Access> contentWrites(Trial trial) {
    return trial.variable().stream()
        .flatMap(v -> index.accessesOf(v).stream())
        .filter(Access::isWrite)
        .filter(a -> a.location().last().orElse(null) instanceof Selector.Content)
        .filter(a -> a.location().owner().last().orElse(null) instanceof Selector.Field)
        .limit(MAX_ACCESSES)
        .toList();
  }

  /** Returns the writes that put another container in the place of the one that is changed. */
  List<Access> replacements(Trial trial) {
    return trial.variable().stream()
        .flatMap(v -> index.accessesOf(v).stream())
        .filter(a -> a.kind() == Access.Kind.WRITE && !a.body().isInitialization())
        .filter(a -> a.location().last().equals(trial.write().access().location().owner().last()))
        .limit(MAX_ACCESSES)
        .toList();
  }

  /** Returns the ways in which an access comes about. */
  ImmutableList<Context> contextsOf(Access access) {
    ImmutableList<Context> known = contexts.get(access);
    if (known == null) {
      known = find(access);
      contexts.put(access, known);
    }
    return known;
  }

  /** Returns whether the body that makes an access takes a lock for it. */
  boolean locksItself(Access access) {
    return !locks.of(access.body()).at(access.point()).stream().allMatch(HeldLock::isWon);
  }

  /** Returns whether a method of {@code type} calls what leads to an access, and locks for it. */
  boolean isLockedByCaller(Context way, ClassSymbol type) {
    return way.steps().stream()
        .findFirst()
        .filter(caller -> !caller.launches() && caller.body().enclosingClass() == type)
        .filter(caller -> !locks.of(caller.body()).at(caller.at()).isEmpty())
        .isPresent();
  }

  private ImmutableList<Context> find(Access access) {
    return search.contextsOf(
        access.body(),
        access.location(),
        access.point(),
        locks.of(access.body()).at(access.point()));
  }

  /** Returns the ways in which an access comes about, as its own class sees it. */
  ImmutableList<Context> ownContextsOf(Access access) {
    return search.ownContextsOf(
        access.body(),
        access.location(),
        access.point(),
        locks.of(access.body()).at(access.point()));
  }

  /**
   * Returns the ways to an operation, or as its class sees them where of no way it is known whose
   * object it is: as in chains of filters, and where a library makes the objects.
   */
  List<Context> knownOrOwn(Trial trial) {
    boolean nothingKnown =
        trial.write().via().isEmpty()
            && trial.contexts().stream().allMatch(c -> c.home() == Home.UNKNOWN && !c.isTask())
            && trial.contexts().stream().anyMatch(c -> c.locks().isEmpty());
    return nothingKnown ? ownContextsOf(trial.write().access()) : trial.contexts();
  }

  /** Returns those accesses that may come about in a task, or where a framework enters. */
  List<Access> inParallel(List<Access> accesses) {
    return accesses.stream().filter(access -> bounds.mayBeParallel(access.body())).toList();
  }

  /** Returns whether an access may come about under a lock. */
  boolean mayHoldLocks(Access access) {
    return bounds.mayHoldLocks(access.body());
  }

  private static boolean isAlike(Access a, Access b) {
    return a.location()
        .last()
        .map(Object::getClass)
        .equals(b.location().last().map(Object::getClass));
  }
}
