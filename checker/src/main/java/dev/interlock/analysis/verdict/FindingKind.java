package dev.interlock.analysis.verdict;

/** What is wrong with an update: one kind per check. */
public enum FindingKind {
  UNSAFE_READ_MODIFY_WRITE,
  ATOMIC_GET_THEN_SET,
  NON_ATOMIC_CHECK_THEN_ACT,
  UNGUARDED_COLLECTION_MUTATION,
  INCONSISTENT_LOCKING,
  SPLIT_CRITICAL_SECTION
}
