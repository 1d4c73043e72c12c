package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Static variables that get a first value under a lock, and are given another one without. */
final class LazyStaticsTest {
  @Test
  void valueGivenMeanwhileIsReplacedByTheFirstOne() {
    CheckTester.of(
            """
            public final class Clocks {
              private static final Object mutex = new Object();
              private static volatile Object clock;

              private Clocks() {}

              public static Object get() {
                if (clock == null) {
                  synchronized (mutex) {
                    if (clock == null) {
                      clock = new StringBuilder("system");
                    }
                  }
                }
                return clock;
              }

              public static void set(Object given) {
                clock = given; // BUG: InconsistentLocking
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void firstValueIsStoredByTheSameMethod() {
    CheckTester.of(
            """
            public final class Clocks {
              private static final Object mutex = new Object();
              private static volatile Object clock;

              private Clocks() {}

              public static Object get() {
                if (clock == null) {
                  synchronized (mutex) {
                    if (clock == null) {
                      set(new StringBuilder("system"));
                    }
                  }
                }
                return clock;
              }

              public static void set(Object given) {
                clock = given; // BUG: InconsistentLocking
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void valueIsGivenUnderTheLock() {
    CheckTester.of(
            """
            public final class Clocks {
              private static final Object mutex = new Object();
              private static volatile Object clock;

              private Clocks() {}

              public static Object get() {
                if (clock == null) {
                  synchronized (mutex) {
                    if (clock == null) {
                      set(new StringBuilder("system"));
                    }
                  }
                }
                return clock;
              }

              public static void set(Object given) {
                synchronized (mutex) {
                  clock = given;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void valueIsForgottenOrSetByTheClassAlone() {
    CheckTester.of(
            """
            public final class Clocks {
              private static volatile Object clock;

              private Clocks() {}

              public static Object get() {
                if (clock == null) {
                  synchronized (Clocks.class) {
                    if (clock == null) {
                      set(new StringBuilder("system"));
                    }
                  }
                }
                return clock;
              }

              private static void set(Object made) {
                clock = made;
              }

              public static void reset() {
                clock = null;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void objectIsConfiguredBeforeItIsUsed() {
    CheckTester.of(
            """
            public final class Server {
              private volatile Object clock;

              public Object clock() {
                synchronized (this) {
                  if (clock == null) {
                    clock = new StringBuilder("system");
                  }
                }
                return clock;
              }

              public void setClock(Object clock) {
                this.clock = clock;
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
