package dev.interlock.testing;

import com.google.common.collect.ImmutableList;

/** The checks of the plugin as its users know them. */
public final class InterlockChecks {
  /** Every check, by the name that flags and {@code @SuppressWarnings} use. */
  public static final ImmutableList<String> NAMES =
      ImmutableList.of(
          "AtomicGetThenSet",
          "InconsistentLocking",
          "NonAtomicCheckThenAct",
          "SplitCriticalSection",
          "UnguardedCollectionMutation",
          "UnsafeReadModifyWrite");

  private InterlockChecks() {}
}
