package dev.interlock.library;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a library method does. Operands are numbered from 0; {@link Operand#RECEIVER} is
 * the receiver.
 */
public sealed interface MethodEffect {

  /** How often a launched task runs per call of the launching method. */
  enum Runs {
    /** Once per call. */
    ONCE,
    /** Again and again, one run after the other. */
    PERIODIC,
    /** Many runs at the same time, such as the body of a parallel stream. */
    PARALLEL,
    /**
     * Many runs at the same time if the receiver is a parallel stream, else in place on the calling
     * thread.
     */
    PARALLEL_IF_RECEIVER_IS,
    /**
     * One run after the other on a thread of a scheduler if the receiver is a publisher subscribed
     * there, else in place on the calling thread.
     */
    PERIODIC_IF_SCHEDULED,
    /**
     * As {@link #PERIODIC_IF_SCHEDULED}, where all that one run launches has ended before the next
     * one, such as the function of {@code Flux.concatMap}, or the only one of {@code Mono.flatMap}.
     */
    IN_TURN_IF_SCHEDULED
  }

  /** Which thread a launched task runs on. */
  enum RunsOn {
    /** A thread of the executor that is the operand {@link Launches#executor}. */
    EXECUTOR,
    /** A thread of its own. */
    OWN,
    /** The one thread of a user interface or event loop. */
    EVENT_LOOP,
    /** A thread of a common pool, many at a time. */
    POOL,
    /** Whichever thread completes the future that the receiver is. */
    COMPLETER
  }

  /**
   * {@code launches}: runs the operand {@code task} on another thread.
   *
   * @param awaited whether the runs have ended when the launching method returns
   * @param givesElement whether the task's parameters are elements of the receiver, a different one
   *     in each run
   */
  record Launches(
      Operand task,
      Runs runs,
      RunsOn thread,
      Optional<Operand> executor,
      boolean awaited,
      boolean givesElement)
      implements MethodEffect {}

  /**
   * {@code calls}: runs the operand {@code function} on the calling thread before it returns.
   *
   * @param repeated whether it may be called more than once
   * @param givesElement whether the function's parameters are elements of the receiver
   * @param atomic whether the receiver locks out other calls for the same element meanwhile ({@code
   *     ConcurrentHashMap.compute})
   */
  record CallsInPlace(Operand function, boolean repeated, boolean givesElement, boolean atomic)
      implements MethodEffect {}

  /** What a method does to the inside of an object. */
  enum Use {
    READ,
    WRITE,
    /** Reads and writes; in one atomic step if the receiver's type is thread-safe. */
    UPDATE
  }

  /**
   * {@code reads}, {@code writes}, {@code updates}: accesses the content of an object: the value of
   * an atomic, the elements of a container, the text of a builder.
   *
   * @param container the object, the receiver but for helpers such as {@code Collections.sort}
   * @param key the operand that selects the element; absent when the whole content is meant
   * @param value the operand that is stored
   * @param conditional whether an update happens only if an expected value is still there ({@code
   *     compareAndSet}, {@code replace(k, old, new)}, {@code putIfAbsent}); its result says so
   * @param atPlace whether the object stands for the place in a container where it was found, and
   *     the access is made there, as by an entry of a map
   */
  record Accesses(
      Use use,
      Operand container,
      OptionalInt key,
      OptionalInt value,
      boolean conditional,
      boolean atPlace)
      implements MethodEffect {}

  /** What a method's result is. */
  enum Result {
    /** The receiver itself (fluent style), or a view of it. */
    RECEIVER,
    /** An element of the receiver's content. */
    ELEMENT,
    /** A new object that nothing else knows. */
    FRESH,
    /** An object that other threads are given as well ({@code HttpServletRequest.getSession}). */
    SHARED,
    /**
     * The operand {@link Returns#operand}, a view of it, or an object that stands for it such as
     * the {@code FutureTask} of a {@code Callable}.
     */
    OPERAND
  }

  /** {@code returns}: what object the result is. */
  record Returns(Result result, OptionalInt operand) implements MethodEffect {}

  /**
   * {@code delegates}: the receiver runs on the executor, if it is one, what it is given to run.
   */
  record Delegates(Operand executor) implements MethodEffect {}

  /** {@code yields}: a property of the result, if the condition (when given) holds. */
  record Yields(Trait trait, Optional<Condition> condition) implements MethodEffect {}

  /**
   * {@code if}: an argument is a constant that compares like this with a number.
   *
   * @param more whether the argument is more than {@code number}, as whatever is no constant is
   *     taken to be, rather than that number
   */
  record Condition(int argument, boolean more, int number) {

    /** Returns whether an argument, {@code null} if it is no constant, meets the condition. */
    public boolean holds(@Nullable Object constant) {
      if (constant instanceof Number value) {
        return more ? value.intValue() > number : value.intValue() == number;
      }
      return more ? constant == null : constant instanceof Boolean truth && truth == (number != 0);
    }
  }

  /** What a locking method does to its receiver. */
  enum LockAction {
    ACQUIRE,
    /** Acquires only if the result is {@code true} (or not zero). */
    TRY_ACQUIRE,
    RELEASE,
    /** Releases and re-takes before returning, such as {@code Condition.await}. */
    RELEASE_AND_REACQUIRE,
    /** Says that the lock is held: {@code Thread.holdsLock(x)}, {@code isHeldByCurrentThread()}. */
    IS_HELD
  }

  /**
   * {@code acquires} and kin: a lock operation.
   *
   * @param lock the operand that is the lock
   * @param shared whether readers share it; a lock value with {@link Trait#SHARED_LOCK} is shared
   *     too
   * @param needs the trait that the lock value must have for the operation to exclude others, such
   *     as {@link Trait#MUTEX} for a semaphore
   * @param condition what the call must be given, such as several permits at once
   */
  record Locks(
      LockAction action,
      Operand lock,
      boolean shared,
      Optional<Trait> needs,
      Optional<Condition> condition)
      implements MethodEffect {}

  /** What a method waits for. */
  enum Wait {
    /** The end of tasks launched before ({@code join}, {@code get}, {@code awaitTermination}). */
    TASKS,
    /** The other parties of a barrier. */
    BARRIER
  }

  /**
   * {@code awaits}: orders what follows after other threads' work.
   *
   * @param needs the trait that the receiver must have for the method to wait, such as {@link
   *     Trait#EMPTY} for a semaphore
   */
  record Awaits(Wait target, Optional<Trait> needs) implements MethodEffect {}

  /**
   * {@code signals}: lets who waits for the receiver go on, whatever the caller has still to do
   * ({@code CountDownLatch.countDown}).
   */
  record Signals() implements MethodEffect {}

  /** {@code confined}: the result belongs to the calling thread alone ({@code ThreadLocal.get}). */
  record ConfinesResult() implements MethodEffect {}

  /**
   * {@code gives}: calls the operand {@code function} first with the operand {@code value}, such as
   * the identity of a reduction.
   */
  record Gives(Operand value, Operand function) implements MethodEffect {}

  /**
   * {@code claims}: hands out each number once: as the results of its calls ({@code
   * getAndIncrement}), as the elements of its result ({@code IntStream.range}), or to the functions
   * that it calls ({@code Arrays.setAll}).
   */
  record ClaimsResult() implements MethodEffect {}

  /**
   * {@code reorders}: moves the element that is looked at to the end, if the receiver keeps its
   * elements in the order of access ({@link Trait#ACCESS_ORDERED}).
   */
  record Reorders() implements MethodEffect {}

  /**
   * {@code requires}: returns only if an argument, which is a {@code boolean}, is true; else throws
   * ({@code Preconditions.checkState}).
   */
  record Requires(int argument) implements MethodEffect {}

  /**
   * {@code stores}: operands that become elements of the content of the receiver, or of the result
   * if the method is a constructor or static.
   */
  record Stores(ImmutableSet<Integer> operands) implements MethodEffect {}
}
