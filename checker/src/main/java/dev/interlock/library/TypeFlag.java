package dev.interlock.library;

/** What is known of all instances of a type. */
public enum TypeFlag {
  /** Every single operation is atomic; two of them in a row are not. */
  THREAD_SAFE,
  /** Mutable, and damaged or losing data when changed by two threads at once. */
  NOT_THREAD_SAFE,
  /** Cannot be changed at all. */
  IMMUTABLE,
  /** An atomic variable: its content is one value. */
  ATOMIC_VARIABLE,
  /**
   * Makes atomic updates to a field given by name ({@code AtomicIntegerFieldUpdater}, {@code
   * VarHandle}).
   */
  FIELD_UPDATER,
  /** Objects that {@code lock}/{@code unlock} style methods synchronise on. */
  LOCK,
  /** A task that is itself the thread it runs on: creating one is launching it ({@code Thread}). */
  SELF_LAUNCHING,
  /** Its content differs from thread to thread ({@code ThreadLocal}). */
  THREAD_CONFINED,
  /**
   * Instances are driven by one thread at a time by contract ({@code AbstractVerticle}, iterators).
   */
  SERIAL_USE,
  /** Runs the tasks handed to it on threads. */
  EXECUTOR,
  /** An executor, every instance of which runs its tasks one after the other ({@code Timer}). */
  SERIAL_EXECUTOR,
  /** One instance serves all threads of a framework ({@code HttpServlet}). */
  SHARED_INSTANCE,
  /** A part of a user interface, which one thread alone may work with ({@code JComponent}). */
  USER_INTERFACE
}
