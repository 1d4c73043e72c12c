package dev.interlock.library;

/** A property of a value that its static type does not show. */
public enum Trait {
  /** A stream whose operations run on many threads. */
  PARALLEL,
  /** A stream whose operations run on the calling thread. */
  SEQUENTIAL,
  /** A publisher whose signals come on a thread of some scheduler. */
  SCHEDULED,
  /** Has the same traits as the receiver it came from. */
  AS_RECEIVER,
  /** An executor that runs its tasks one after the other. */
  SERIAL,
  /** An executor that runs a task on the thread that hands it over, before it returns. */
  DIRECT,
  /** A container whose single operations are atomic, whatever its static type. */
  THREAD_SAFE,
  /** A container that locks itself for single operations, though not while it is iterated over. */
  SYNCHRONIZED,
  /** A semaphore with one permit. */
  MUTEX,
  /** A semaphore with several permits. */
  PERMITS,
  /** A semaphore without a permit: who acquires one waits for somebody to release it. */
  EMPTY,
  /** The shared half of a read-write lock. */
  SHARED_LOCK,
  /** A map that moves an entry to its end each time somebody looks at it. */
  ACCESS_ORDERED,
  /** Cannot be changed after creation, such as {@code List.of()}. */
  UNMODIFIABLE
}
