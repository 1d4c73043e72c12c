package dev.interlock.generated;

import com.google.common.collect.ImmutableList;

/**
 * A small program over the forms that the engine knows: one class with state and methods, and
 * launches of those methods by another one.
 *
 * @param methods each calls only later ones
 */
record Program(ImmutableList<Method> methods, ImmutableList<Launch> launches) {

  /** The variables that the methods share. */
  enum Variable {
    PLAIN("private int plain;"),
    VOLATILE("private volatile int signal;"),
    STATIC("private static int total;"),
    ARRAY("private final int[] slots = new int[4];"),
    PART("private final Part part = new Part();"),
    ATOMIC("private final AtomicInteger atomic = new AtomicInteger();"),
    MAP("private final Map<String, Integer> map = new HashMap<>();"),
    CONCURRENT_MAP("private final Map<String, Integer> safe = new ConcurrentHashMap<>();"),
    REFERENCE("private final AtomicReference<Integer> reference = new AtomicReference<>();"),
    ATOMIC_ARRAY("private final AtomicIntegerArray cells = new AtomicIntegerArray(4);"),
    LIST("private final List<Integer> items = new ArrayList<>();"),
    WRAPPED_LIST(
        "private final List<Integer> wrapped = Collections.synchronizedList(new ArrayList<>());");

    final String declaration;

    Variable(String declaration) {
      this.declaration = declaration;
    }
  }

  /** What a statement does to a variable. */
  enum Use {
    READ,
    OVERWRITE,
    INCREMENT,
    COMPOUND,
    ASSIGN,
    SPLIT,
    CHECK,
    /** One call that reads and writes, where the variable has such calls. */
    UPDATE
  }

  /** What may be held around statements. */
  enum Lock {
    THIS,
    OWN_OBJECT,
    CLASS,
    REENTRANT,
    /** Entered only if the lock is free. */
    TRIED,
    READ_LOCK,
    WRITE_LOCK,
    STAMP,
    PERMIT,
    SPIN,
    FRESH
  }

  /** How a method is made to run. */
  enum Start {
    POOL,
    POOL_IN_LOOP,
    THREAD,
    SINGLE_THREAD,
    PARALLEL_STREAM,
    FUTURE,
    SCHEDULED,
    /** A pool whose task is waited for. */
    AWAITED,
    /** A thread that is waited for. */
    JOINED,
    CALL
  }

  /** A statement; each use has a number that is unique in the program. */
  sealed interface Statement {
    record Access(int number, Variable variable, Use use) implements Statement {}

    record Locked(Lock lock, ImmutableList<Statement> body) implements Statement {}

    record If(ImmutableList<Statement> body) implements Statement {}

    record Loop(ImmutableList<Statement> body) implements Statement {}

    record Try(ImmutableList<Statement> body) implements Statement {}

    /** A loop that is left in the middle. */
    record Attempts(ImmutableList<Statement> body) implements Statement {}

    /** Leaves the method, now and then. */
    record Return() implements Statement {}

    /** A lambda that a library runs in place. */
    record InPlace(ImmutableList<Statement> body) implements Statement {}

    /** A call of the method that comes {@code further} after this one, if there is one. */
    record Call(int further) implements Statement {}
  }

  /**
   * @param isSynchronized whether its object is locked while it runs
   */
  record Method(boolean isSynchronized, ImmutableList<Statement> body) {}

  /**
   * @param target the method that is started
   */
  record Launch(int target, Start start) {}
}
