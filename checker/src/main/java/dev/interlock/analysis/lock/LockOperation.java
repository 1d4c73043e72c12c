package dev.interlock.analysis.lock;

import com.sun.source.tree.Tree;

/**
 * One call that takes or gives back a lock explicitly.
 *
 * @param call the method invocation, or the assignment or comparison that stands for one
 * @param lock which lock, equal for the same lock within one body; opaque to the flow analysis
 */
public record LockOperation(Tree call, Object lock, Action action, LockMode mode) {

  /** What the call does to the lock. */
  public enum Action {
    ACQUIRE,
    /** Acquires exactly if the result is {@code true}, or not zero for a stamp. */
    TRY_ACQUIRE,
    /** Acquires exactly if the result is {@code false}. */
    ACQUIRE_UNLESS,
    RELEASE,
    /** Held exactly if the result is {@code true}; acquires nothing. */
    IS_HELD,
    /** Gives the lock up and takes it again before returning: what was read before is stale. */
    RELEASE_AND_REACQUIRE
  }

  /** Returns this operation with its lock converted to {@code mode} since. */
  LockOperation in(LockMode mode) {
    return new LockOperation(call, lock, action, mode);
  }
}
