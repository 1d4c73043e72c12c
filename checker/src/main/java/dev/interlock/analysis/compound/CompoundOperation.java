package dev.interlock.analysis.compound;

import com.google.common.collect.ImmutableSet;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.lock.HeldLock;

/** A read and a write of one location where the write depends on the read. */
public sealed interface CompoundOperation {

  Body body();

  /** Returns the write, or the update that is made in one step. */
  Effect write();

  /** Returns the locks that are held without a break from the read to the write. */
  ImmutableSet<HeldLock> throughout();

  /** Returns the location in terms of the body. */
  default AccessPath location() {
    return write().location();
  }

  /** The written value is computed from the value read. */
  record ReadModifyWrite(Body body, Effect read, Effect write, ImmutableSet<HeldLock> throughout)
      implements CompoundOperation {}

  /** The value read decides whether, or what, is written. */
  record CheckThenAct(Body body, Effect read, Effect write, ImmutableSet<HeldLock> throughout)
      implements CompoundOperation {}

  /**
   * The location is read out and then set back, to count or collect anew, or given another value:
   * what comes in between the two is neither read nor kept.
   *
   * @param exchange whether the old value is replaced by another one
   */
  record Drain(
      Body body, Effect read, Effect write, ImmutableSet<HeldLock> throughout, boolean exchange)
      implements CompoundOperation {}

  /**
   * One step counts, or adds, and another one asks how many there are: who asks takes the answer
   * for a number of its own, which another thread may have been given as well.
   */
  record Numbering(Body body, Effect read, Effect write, ImmutableSet<HeldLock> throughout)
      implements CompoundOperation {}

  /** One call changes the inside of an object that is not thread-safe. */
  record Mutation(Body body, Effect write, ImmutableSet<HeldLock> throughout)
      implements CompoundOperation {}
}
