package dev.interlock.analysis.lock;

import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.Tree;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Selector;
import java.util.Optional;

/**
 * A lock held at some point.
 *
 * @param paths the objects that the lock may be; empty if it is not known
 * @param section the tree that took it, which identifies the critical section
 */
public record HeldLock(ImmutableSet<AccessPath> paths, LockMode mode, Tree section) {
  /** What leads from a lock object to its state, which is another lock than its monitor. */
  static final Selector STATE = new Selector.Content(Index.WHOLE);

  private static final String SEMAPHORE = "java.util.concurrent.Semaphore";

  /** Returns the lock with its paths put into other terms. */
  public HeldLock at(ImmutableSet<AccessPath> otherPaths) {
    return new HeldLock(otherPaths, mode, section);
  }

  /** Returns whether nobody else can hold the lock meanwhile. */
  public boolean isExclusive() {
    return mode != LockMode.SHARED;
  }

  /** Returns whether what is held is one of several permits of a semaphore. */
  public boolean isPermit() {
    return mode == LockMode.SHARED
        && paths.stream()
            .map(HeldLock::objectOf)
            .flatMap(path -> path.variable().stream())
            .anyMatch(v -> v.type.tsym.getQualifiedName().contentEquals(SEMAPHORE));
  }

  /** Returns whether the lock is what the thread has won, and others do not wait for. */
  public boolean isWon() {
    return mode == LockMode.WON;
  }

  /** Returns the object that is locked: the state of a lock object stands for the object. */
  public static AccessPath objectOf(AccessPath lock) {
    return lock.last().equals(Optional.of(STATE)) ? lock.owner() : lock;
  }
}
