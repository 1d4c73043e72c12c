package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** Two calls on a handle become one. */
final class HandleOperationTest {

  @Test
  void copyThatIsNeededNoLonger() {
    Refactoring.byDefault()
        .turns(
            """
            import java.lang.invoke.MethodHandles;
            import java.lang.invoke.VarHandle;

            class Cursor {
              private static final VarHandle HEAD;

              static {
                try {
                  HEAD = MethodHandles.lookup().findVarHandle(Cursor.class, "head", long.class);
                } catch (ReflectiveOperationException e) {
                  throw new ExceptionInInitializerError(e);
                }
              }

              private volatile long head;

              long claim() {
                return (long) HEAD.getAndAdd(this, 1L);
              }

              void skip(long n) {
                long now = (long) HEAD.getVolatile(this);
                HEAD.setVolatile(this, now + n);
              }
            }
            """,
            """
            import java.lang.invoke.MethodHandles;
            import java.lang.invoke.VarHandle;

            class Cursor {
              private static final VarHandle HEAD;

              static {
                try {
                  HEAD = MethodHandles.lookup().findVarHandle(Cursor.class, "head", long.class);
                } catch (ReflectiveOperationException e) {
                  throw new ExceptionInInitializerError(e);
                }
              }

              private volatile long head;

              long claim() {
                return (long) HEAD.getAndAdd(this, 1L);
              }

              void skip(long n) {
                HEAD.getAndAdd(this, n);
              }
            }
            """);
  }

  @Test
  void copyThatIsHandedOut() {
    Refactoring.byDefault()
        .turns(
            """
            import java.lang.invoke.MethodHandles;
            import java.lang.invoke.VarHandle;

            class Cursor {
              private static final VarHandle HEAD;

              static {
                try {
                  HEAD = MethodHandles.lookup().findVarHandle(Cursor.class, "head", long.class);
                } catch (ReflectiveOperationException e) {
                  throw new ExceptionInInitializerError(e);
                }
              }

              private volatile long head;

              long claim() {
                return (long) HEAD.getAndAdd(this, 1L);
              }

              long next() {
                long now = (long) HEAD.getVolatile(this);
                HEAD.setVolatile(this, now + 1);
                return now;
              }
            }
            """,
            """
            import java.lang.invoke.MethodHandles;
            import java.lang.invoke.VarHandle;

            class Cursor {
              private static final VarHandle HEAD;

              static {
                try {
                  HEAD = MethodHandles.lookup().findVarHandle(Cursor.class, "head", long.class);
                } catch (ReflectiveOperationException e) {
                  throw new ExceptionInInitializerError(e);
                }
              }

              private volatile long head;

              long claim() {
                return (long) HEAD.getAndAdd(this, 1L);
              }

              long next() {
                long now = (long) HEAD.getAndAdd(this, 1L);
                return now;
              }
            }
            """);
  }

  @Test
  void readInTheSum() {
    Refactoring.byDefault()
        .turns(
            """
            import java.lang.invoke.MethodHandles;
            import java.lang.invoke.VarHandle;

            class Cursor {
              private static final VarHandle HEAD;

              static {
                try {
                  HEAD = MethodHandles.lookup().findVarHandle(Cursor.class, "head", long.class);
                } catch (ReflectiveOperationException e) {
                  throw new ExceptionInInitializerError(e);
                }
              }

              private volatile long head;

              long claim() {
                return (long) HEAD.getAndAdd(this, 1L);
              }

              void skip(long n) {
                HEAD.setVolatile(this, (long) HEAD.getVolatile(this) + n);
              }
            }
            """,
            """
            import java.lang.invoke.MethodHandles;
            import java.lang.invoke.VarHandle;

            class Cursor {
              private static final VarHandle HEAD;

              static {
                try {
                  HEAD = MethodHandles.lookup().findVarHandle(Cursor.class, "head", long.class);
                } catch (ReflectiveOperationException e) {
                  throw new ExceptionInInitializerError(e);
                }
              }

              private volatile long head;

              long claim() {
                return (long) HEAD.getAndAdd(this, 1L);
              }

              void skip(long n) {
                HEAD.getAndAdd(this, n);
              }
            }
            """);
  }

  @Test
  void operandOfAnotherType() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.lang.invoke.MethodHandles;
            import java.lang.invoke.VarHandle;

            class Cursor {
              private static final VarHandle HEAD;

              static {
                try {
                  HEAD = MethodHandles.lookup().findVarHandle(Cursor.class, "head", long.class);
                } catch (ReflectiveOperationException e) {
                  throw new ExceptionInInitializerError(e);
                }
              }

              private volatile long head;

              long claim() {
                return (long) HEAD.getAndAdd(this, 1L);
              }

              void skip(int n) {
                long now = (long) HEAD.getVolatile(this);
                HEAD.setVolatile(this, now + n);
              }
            }
            """);
  }

  @Test
  void noSum() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.lang.invoke.MethodHandles;
            import java.lang.invoke.VarHandle;

            class Cursor {
              private static final VarHandle HEAD;

              static {
                try {
                  HEAD = MethodHandles.lookup().findVarHandle(Cursor.class, "head", long.class);
                } catch (ReflectiveOperationException e) {
                  throw new ExceptionInInitializerError(e);
                }
              }

              private volatile long head;

              long claim() {
                return (long) HEAD.getAndAdd(this, 1L);
              }

              void twice() {
                long now = (long) HEAD.getVolatile(this);
                HEAD.setVolatile(this, now * 2);
              }
            }
            """);
  }

  @Test
  void operandThatCalls() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.lang.invoke.MethodHandles;
            import java.lang.invoke.VarHandle;

            class Cursor {
              private static final VarHandle HEAD;

              static {
                try {
                  HEAD = MethodHandles.lookup().findVarHandle(Cursor.class, "head", long.class);
                } catch (ReflectiveOperationException e) {
                  throw new ExceptionInInitializerError(e);
                }
              }

              private volatile long head;

              long claim() {
                return (long) HEAD.getAndAdd(this, 1L);
              }

              void skip(Cursor other) {
                long now = (long) HEAD.getVolatile(this);
                HEAD.setVolatile(this, now + other.claim());
              }
            }
            """);
  }

  @Test
  void sumThatIsKeptIsAddedAtOnce() {
    Refactoring.byDefault()
        .turns(
            """
            import java.lang.invoke.MethodHandles;
            import java.lang.invoke.VarHandle;

            class Sample {
              private static final VarHandle VALUE;

              static {
                try {
                  VALUE = MethodHandles.lookup().findVarHandle(Sample.class, "value", long.class);
                } catch (ReflectiveOperationException e) {
                  throw new ExceptionInInitializerError(e);
                }
              }

              private volatile long value;

              long addAndGet(long increment) {
                long next = (long) VALUE.getVolatile(this) + increment;
                VALUE.setVolatile(this, next);
                return next;
              }
            }
            """,
            """
            import java.lang.invoke.MethodHandles;
            import java.lang.invoke.VarHandle;

            class Sample {
              private static final VarHandle VALUE;

              static {
                try {
                  VALUE = MethodHandles.lookup().findVarHandle(Sample.class, "value", long.class);
                } catch (ReflectiveOperationException e) {
                  throw new ExceptionInInitializerError(e);
                }
              }

              private volatile long value;

              long addAndGet(long increment) {
                long next = (long) VALUE.getAndAdd(this, increment) + increment;
                return next;
              }
            }
            """);
  }
}
