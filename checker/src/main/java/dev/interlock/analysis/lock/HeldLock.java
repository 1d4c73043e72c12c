package dev.interlock.analysis.lock;

import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.Tree;
import dev.interlock.analysis.body.AccessPath;

/**
 * A lock held at some point.
 *
 * @param paths the objects that the lock may be; empty if it is not known
 * @param section the tree that took it, which identifies the critical section
 */
public record HeldLock(ImmutableSet<AccessPath> paths, LockMode mode, Tree section) {

  /** Returns the lock with its paths put into other terms. */
  public HeldLock at(ImmutableSet<AccessPath> otherPaths) {
    return new HeldLock(otherPaths, mode, section);
  }

  /** Returns whether nobody else can hold the lock meanwhile. */
  public boolean isExclusive() {
    return mode == LockMode.EXCLUSIVE;
  }
}
