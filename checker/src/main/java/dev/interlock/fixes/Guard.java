package dev.interlock.fixes;

/**
 * A lock as the source code takes it.
 *
 * @param name the expression that names the lock, without the object that holds it
 * @param how the statement that takes it
 */
record Guard(String name, How how) {

  /** How a lock is taken. */
  enum How {
    /** {@code synchronized (name)} */
    MONITOR,
    /** {@code name.lock(); try ... finally name.unlock();} */
    LOCK
  }
}
