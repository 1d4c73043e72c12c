package dev.interlock.analysis.lock;

import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.Tree;

/**
 * Explicitly taken locks that must be held at a tree, on every path that leads there: each given as
 * the operation that took it, whose call also identifies the critical section.
 *
 * <p>One lock may come with several operations, if paths that meet took it at different places, or
 * if it is held in both modes. The mode is the one in which the lock is held now; the call may have
 * taken it in the other one, if it was converted since. Two trees lie in one unbroken critical
 * section of a lock if their answers share a call.
 */
public interface HeldLocks {

  /** Nothing is held anywhere: the body uses no explicit lock. */
  HeldLocks NONE = new Nothing();

  /** It is not known what is held: the body could not be analysed. Answers like {@link #NONE}. */
  HeldLocks UNKNOWN = new Nothing();

  /**
   * Returns the acquisitions in force when {@code tree} (an expression or statement) is evaluated.
   */
  ImmutableSet<LockOperation> at(Tree tree);

  /** Returns the acquisitions still in force on every normal return of the body. */
  ImmutableSet<LockOperation> atNormalExit();

  /** The answers where there is nothing to tell; compared by identity. */
  final class Nothing implements HeldLocks {
    private Nothing() {}

    @Override
    public ImmutableSet<LockOperation> at(Tree tree) {
      return ImmutableSet.of();
    }

    @Override
    public ImmutableSet<LockOperation> atNormalExit() {
      return ImmutableSet.of();
    }
  }
}
