package dev.interlock.analysis.verdict;

/** How we know that a location is shared. */
public enum Witness {
  /** Code that is shown to run in parallel reaches the location. */
  REACH,
  /** The declaration says so: volatile, atomic, a concurrent container. */
  DECLARATION,
  /**
   * A concurrent container holds the object that the location belongs to, or runs for several keys
   * at once what changes it.
   */
  ENTRY,
  /** It is static, and public methods change it. */
  GLOBAL,
  /** The same method counts in an atomic variable of the same object. */
  SIBLING,
  /** Each thread has an entry of its own in it. */
  KEY,
  /** A comment says that several threads come. */
  COMMENT,
  /** The method overrides one that holds a lock. */
  OVERRIDE,
  /** Other accesses of the location hold a lock. */
  LOCKING,
  /** The change is made under a lock that the check before it does without. */
  CHANGE,
  /** Some other code holds a lock for the location alone, though most accesses do without. */
  SECTION
}
