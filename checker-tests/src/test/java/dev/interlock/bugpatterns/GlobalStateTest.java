package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Static collections of which nothing tells but that everyone can have them changed. */
final class GlobalStateTest {
  private static final String VERSIONS =
      """
      import java.util.HashMap;
      import java.util.Map;

      public class Versions {
        private static final Map<String, Integer> NUMBERS = new HashMap<>();

        public static int of(String version) {
          Integer known = NUMBERS.get(version);
          if (known == null) {
            known = version.length();
            NUMBERS.put(version, known); // BUG: UnguardedCollectionMutation
          }
          return known;
        }
      }
      """;

  private static final String UNMARKED =
      VERSIONS.replace(" // BUG: UnguardedCollectionMutation", "");

  @Test
  void publicMethodChangesAStaticMap() {
    CheckTester.of(VERSIONS).reportsWhatIsMarked();
  }

  @Test
  void publicMethodOfAnObjectUsesAStaticFormat() {
    CheckTester.of(
            """
            import java.text.SimpleDateFormat;
            import java.util.Date;

            public class Deadline {
              private static final SimpleDateFormat FORMAT = new SimpleDateFormat("HH:mm");
              private final Date date = new Date();

              public String text() {
                return FORMAT.format(date); // BUG: UnguardedCollectionMutation
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void methodThatNotEveryoneMayCall() {
    CheckTester.of(UNMARKED.replace("public static int of", "static int of")).reportsWhatIsMarked();
  }

  @Test
  void classThatNotEveryoneKnows() {
    CheckTester.of(UNMARKED.replace("public class", "class")).reportsWhatIsMarked();
  }

  @Test
  void methodThatLocks() {
    CheckTester.of(UNMARKED.replace("public static int", "public static synchronized int"))
        .reportsWhatIsMarked();
  }

  @Test
  void methodThatSetsUp() {
    CheckTester.of(UNMARKED.replace("int of(", "int initNumber(")).reportsWhatIsMarked();
  }

  @Test
  void mapThatLocksForItself() {
    CheckTester.of(
            UNMARKED.replace("new HashMap<>()", "new Locked()"),
            """
            import java.util.HashMap;

            class Locked extends HashMap<String, Integer> {
              private static final long serialVersionUID = 1;

              @Override
              public synchronized Integer get(Object key) {
                return super.get(key);
              }

              @Override
              public synchronized Integer put(String key, Integer value) {
                return super.put(key, value);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void singletonIsMadeTwice() {
    CheckTester.of(
            """
            public class Registry {
              private static Registry instance;
              private int uses;

              public static Registry get() {
                if (instance == null) {
                  instance = new Registry(); // BUG: NonAtomicCheckThenAct
                }
                return instance;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void singletonWithoutStateMayBeMadeTwice() {
    CheckTester.of(
            """
            public class Registry {
              private static Registry instance;
              private final int size = 3;

              public static Registry get() {
                if (instance == null) {
                  instance = new Registry();
                }
                return instance;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void singletonThatIsMadeUnderTheLockOfItsClass() {
    CheckTester.of(
            """
            public class Registry {
              private static Registry instance;
              private int uses;

              public static synchronized Registry get() {
                if (instance == null) {
                  instance = new Registry();
                }
                return instance;
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
