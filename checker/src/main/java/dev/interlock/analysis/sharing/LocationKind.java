package dev.interlock.analysis.sharing;

/** What sort of memory an access touches, as far as atomicity goes. */
public enum LocationKind {
  /** A field, array element or captured holder: two accesses are two steps. */
  PLAIN,
  /** A {@code volatile} field: visible at once, but two accesses are two steps. */
  VOLATILE,
  /** The value of an atomic variable: each call is one step. */
  ATOMIC,
  /** The inside of a container that makes each call one step. */
  CONCURRENT_CONTENT,
  /** The inside of a container that two threads must not change at once. */
  UNSAFE_CONTENT,
  /** The inside of something that cannot change, or that each thread has for itself. */
  HARMLESS,
  /** The inside of something of which not enough is known. */
  UNKNOWN_CONTENT
}
