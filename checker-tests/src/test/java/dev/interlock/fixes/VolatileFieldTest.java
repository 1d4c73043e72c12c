package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** Double-checked locking gets the volatile that it lacks, and nothing else does. */
final class VolatileFieldTest {

  @Test
  void lookWithoutTheLockMakesTheFieldVolatile() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              // set once
              private Sample shared;
              private static int[] table;

              Sample shared() {
                if (shared == null) {
                  synchronized (this) {
                    if (shared == null) {
                      shared = new Sample();
                    }
                  }
                }
                return shared;
              }

              static int[] table() {
                if (table == null) {
                  synchronized (Sample.class) {
                    if (table == null) {
                      table = new int[] {1, 2, 3};
                    }
                  }
                }
                return table;
              }
            }
            """,
            """
            class Sample {
              // set once
              private volatile Sample shared;
              private static volatile int[] table;

              Sample shared() {
                if (shared == null) {
                  synchronized (this) {
                    if (shared == null) {
                      shared = new Sample();
                    }
                  }
                }
                return shared;
              }

              static int[] table() {
                if (table == null) {
                  synchronized (Sample.class) {
                    if (table == null) {
                      table = new int[] {1, 2, 3};
                    }
                  }
                }
                return table;
              }
            }
            """);
  }

  @Test
  void objectThatIsChangedAfterItCanBeSeenIsLeftAlone() {
    Refactoring.byDefault()
        .leaves(
            """
            class Sample {
              private int[] table;

              synchronized void clear() {
                table = null;
              }

              int[] table() {
                if (table == null) {
                  synchronized (this) {
                    if (table == null) {
                      table = new int[3];
                      table[0] = 7;
                    }
                  }
                }
                return table;
              }
            }
            """);
  }

  @Test
  void annotationThatNamesTheLockIsRespected() {
    Refactoring.byDefault()
        .leaves(
            """
            class Sample {
              @interface GuardedBy {
                String value();
              }

              @GuardedBy("this") private int[] table;

              int[] table() {
                if (table == null) {
                  synchronized (this) {
                    if (table == null) {
                      table = new int[3];
                    }
                  }
                }
                return table;
              }
            }
            """);
  }
}
