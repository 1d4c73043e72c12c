package dev.interlock.analysis.lock;

import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.Tree;

/**
 * Explicitly taken locks that must be held at a tree, on every path that leads there: each given as
 * the operation that took it, which also identifies the critical section.
 */
public interface HeldLocks {

  /** Nothing is held anywhere: the body uses no explicit lock. */
  HeldLocks NONE =
      new HeldLocks() {
        @Override
        public ImmutableSet<LockOperation> at(Tree tree) {
          return ImmutableSet.of();
        }

        @Override
        public ImmutableSet<LockOperation> atNormalExit() {
          return ImmutableSet.of();
        }
      };

  /**
   * Returns the acquisitions in force when {@code tree} (an expression or statement) is evaluated.
   */
  ImmutableSet<LockOperation> at(Tree tree);

  /** Returns the acquisitions still in force on every normal return of the body. */
  ImmutableSet<LockOperation> atNormalExit();
}
