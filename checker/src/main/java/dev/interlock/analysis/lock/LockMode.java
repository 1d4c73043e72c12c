package dev.interlock.analysis.lock;

/** Whether a held lock keeps everyone else out. */
public enum LockMode {
  /** Nobody else holds the lock meanwhile. */
  EXCLUSIVE,
  /** Other readers may hold it too: no protection of a write. */
  SHARED,
  /**
   * The thread has won it: nobody else comes as far, but it is no lock that others could take as
   * well.
   */
  WON
}
