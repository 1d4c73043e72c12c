package dev.interlock.library;

/** What an annotation says about concurrency. */
public enum AnnotationMeaning {
  /** On a class: instances are used by many threads ({@code @ThreadSafe}). */
  THREAD_SAFE,
  /** On a class: instances are not meant to be shared ({@code @NotThreadSafe}). */
  NOT_THREAD_SAFE,
  /** On a class: instances never change ({@code @Immutable}). */
  IMMUTABLE,
  /** On a field or method: a lock guards it; the value names the lock ({@code @GuardedBy}). */
  GUARDED_BY,
  /** On a class: one instance serves all threads of a framework ({@code @Service}). */
  SHARED_INSTANCE,
  /**
   * On a class: several may have one instance, such as the pipelines of several connections, unless
   * it keeps what its callbacks are given ({@code @Sharable}).
   */
  SHAREABLE_INSTANCE,
  /** On a class or method: runs on one thread only ({@code @UiThread}). */
  THREAD_CONFINED,
  /**
   * On a method, or a class for all of them: its calls run on other threads, many at a time
   * ({@code @Async}).
   */
  CONCURRENT_ENTRY,
  /** On a method: called by a framework, one call at a time ({@code @Scheduled}). */
  SERIAL_ENTRY,
  /** On a method: a container holds off all other calls meanwhile ({@code @Lock(WRITE)}). */
  EXCLUSIVE_ENTRY,
  /** On a method: called by a thread that serves it alone ({@code @KafkaListener}). */
  OWN_THREAD_ENTRY,
  /** On a method: called once, when no other thread uses the object ({@code @PostConstruct}). */
  CALLED_ONCE,
  /**
   * On a method: the body is a critical section on the instance or class ({@code @Synchronized}).
   */
  SYNCHRONIZED,
  /** On a class or member: written by a tool, never reported ({@code @Generated}). */
  GENERATED,
  /** On a class: a bean of a narrower scope, such as a request ({@code @RequestScoped}). */
  CONFINED_INSTANCE,
  /** On a class: each request has an instance of its own unless told otherwise ({@code @Path}). */
  POOLED_INSTANCE
}
