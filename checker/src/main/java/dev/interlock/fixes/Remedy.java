package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;

/** A way to make updates safe. Makes a patch that is certain to be right, or throws a refusal. */
sealed interface Remedy
    permits AdderField,
        AtomicField,
        AtomicOperation,
        AttemptLoop,
        CollectionMonitor,
        ConcurrentCollection,
        ExistingLock,
        FreshRead,
        HandleOperation,
        MergedCriticalSections,
        NestedLock,
        NewLock,
        OwnNumber,
        ReceiverMonitor,
        RepeatedCheck,
        ResetTogether,
        StampedSections,
        SteadyMonitor,
        SwappedLock,
        UpdaterOperation,
        VolatileField,
        WriteLock,
        WriteLockInUse {

  /**
   * Returns the patch for all of {@code subjects} together.
   *
   * @throws Refusal if the patch would not be certain to compile and to keep behaviour
   */
  Patch patch(SourceFile file, ImmutableList<Subject> subjects);

  /** Returns the only subject; refuses several. */
  static Subject only(ImmutableList<Subject> subjects) {
    Refusal.unless(subjects.size() == 1, "several variables change together");
    return subjects.get(0);
  }
}
