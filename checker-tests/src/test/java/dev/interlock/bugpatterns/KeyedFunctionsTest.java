package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** What the functions change that maps run to make their entries. */
final class KeyedFunctionsTest {
  private static final String REGISTRY =
      """
      import java.util.HashSet;
      import java.util.Map;
      import java.util.Set;
      import java.util.concurrent.ConcurrentHashMap;

      class Registry {
        private final Map<String, Object> byName = new ConcurrentHashMap<>();
        private final Set<Object> all = new HashSet<>();

        Object get(String name) {
          return byName.computeIfAbsent(name, unused -> make(name));
        }

        private Object make(String name) {
          Object made = new StringBuilder(name);
          all.add(made); // BUG: UnguardedCollectionMutation
          return made;
        }
      }
      """;

  @Test
  void plainSetBesideAConcurrentMap() {
    CheckTester.of(REGISTRY).reportsWhatIsMarked();
  }

  @Test
  void plainSetBesideAConcurrentMapByItsInterface() {
    CheckTester.of(
            REGISTRY
                .replace("Map<String, Object> byName", "ConcurrentMap<String, Object> byName")
                .replace("import java.util.Map;", "import java.util.concurrent.ConcurrentMap;"))
        .reportsWhatIsMarked();
  }

  @Test
  void counterBesideAConcurrentMap() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Ids {
              private final Map<String, Integer> ids = new ConcurrentHashMap<>();
              private int next;

              int of(String name) {
                return ids.computeIfAbsent(name, unused -> next++); // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void plainSetBesideAPlainMap() {
    CheckTester.of(
            REGISTRY
                .replace("new ConcurrentHashMap<>()", "new java.util.HashMap<>()")
                .replace(" // BUG: UnguardedCollectionMutation", ""))
        .reportsWhatIsMarked();
  }

  @Test
  void plainSetUnderALock() {
    CheckTester.of(
            REGISTRY
                .replace("private Object make", "private synchronized Object make")
                .replace(" // BUG: UnguardedCollectionMutation", ""))
        .reportsWhatIsMarked();
  }

  @Test
  void concurrentSetBesideAConcurrentMap() {
    CheckTester.of(
            REGISTRY
                .replace("new HashSet<>()", "ConcurrentHashMap.newKeySet()")
                .replace(" // BUG: UnguardedCollectionMutation", ""))
        .reportsWhatIsMarked();
  }

  @Test
  void plainSetOfTheEntry() {
    CheckTester.of(
            """
            import java.util.HashSet;
            import java.util.Set;
            import java.util.concurrent.ConcurrentHashMap;

            class Topics {
              private final ConcurrentHashMap<String, Set<String>> readers =
                  new ConcurrentHashMap<>();

              void subscribe(String topic, String reader) {
                readers.compute(
                    topic,
                    (unused, known) -> {
                      Set<String> all = known == null ? new HashSet<>() : known;
                      all.add(reader);
                      return all;
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
