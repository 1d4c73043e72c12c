package dev.interlock.library;

/** How a framework enters a method of user code. */
public enum EntryMode {
  /** From many threads at once on the same object. */
  CONCURRENT,
  /** From some other thread, one call at a time. */
  SERIAL,
  /** From a thread of the method's own, one call at a time, beside the other methods. */
  OWN_THREAD,
  /** From a thread of its own, once for each object. */
  PER_INSTANCE,
  /** One call at a time on each object, of which a framework has several that it calls at once. */
  POOLED,
  /** From the one thread of a user interface or event loop. */
  EVENT_LOOP,
  /** Once, before other threads know the object or after they have done with it. */
  ONCE
}
