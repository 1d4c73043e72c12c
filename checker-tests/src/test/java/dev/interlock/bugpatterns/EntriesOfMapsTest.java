package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Entries of concurrent maps that are looked up and then changed by their keys. */
final class EntriesOfMapsTest {

  @Test
  void keyTellsWhereAndNotWhat() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Cache {
              private final ConcurrentMap<String, Integer> entries = new ConcurrentHashMap<>();

              void clear() {
                for (String key : List.copyOf(entries.keySet())) {
                  entries.computeIfPresent(key, (k, value) -> null);
                }
              }

              void age() {
                for (String key : List.copyOf(entries.keySet())) {
                  entries.compute(key, (k, value) -> value == null ? 1 : value + 1);
                }
              }

              void count() {
                int all = entries.size();
                entries.compute("all", (k, value) -> all + 1); // BUG: NonAtomicCheckThenAct
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void entryThatTheKeySays() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Names {
              private final Map<Integer, String> names = new ConcurrentHashMap<>();
              private final Map<Integer, Long> seen = new ConcurrentHashMap<>();

              String nameOf(int type) {
                String name = names.get(type);
                if (name == null) {
                  name = "frame-0x" + Integer.toHexString(type);
                  names.put(type, name);
                }
                return name;
              }

              long seen(int type) {
                Long at = seen.get(type);
                if (at == null) {
                  at = System.nanoTime();
                  seen.put(type, at); // BUG: NonAtomicCheckThenAct
                }
                return at;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void resultOfTheInsertionIsLookedAt() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.atomic.AtomicInteger;

            class Failures {
              private final Map<String, Boolean> failed = new ConcurrentHashMap<>();
              private final Map<String, Boolean> names = new ConcurrentHashMap<>();
              private final AtomicInteger count = new AtomicInteger();
              private final AtomicInteger guessed = new AtomicInteger();

              void fail(String name) {
                if (failed.containsKey(name)) {
                  return;
                }
                if (failed.put(name, true) == null) {
                  count.incrementAndGet();
                }
              }

              void guess(String name) {
                if (!names.containsKey(name)) {
                  names.put(name, true); // BUG: NonAtomicCheckThenAct
                  guessed.incrementAndGet();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whoTriesToReplaceLooksAgain() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ExecutorService;

            class Partitions {
              private final ConcurrentHashMap<String, Integer> sticky = new ConcurrentHashMap<>();

              void run(ExecutorService pool, int batches) {
                for (int i = 0; i < batches; i++) {
                  pool.execute(() -> next("orders"));
                  pool.execute(() -> skip("orders"));
                }
              }

              int next(String topic) {
                Integer old = sticky.get(topic);
                if (old != null) {
                  sticky.replace(topic, old, old + 1);
                }
                return sticky.get(topic);
              }

              void skip(String topic) {
                Integer old = sticky.get(topic);
                if (old != null) {
                  sticky.replace(topic, old, old + 1); // BUG: NonAtomicCheckThenAct
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void derivedEntryOverwritesAnother() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Names {
              private final Map<Integer, String> names = new ConcurrentHashMap<>();

              String nameOf(int id) {
                String name = names.get(id);
                if (name == null) {
                  name = "user-" + id;
                  names.put(id, name); // BUG: NonAtomicCheckThenAct
                }
                return name;
              }

              void rename(int id, String name) {
                names.put(id, name);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void insertionInAnotherBranchDoesNotMakeUpForAReplacement() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Topics {
              private final ConcurrentMap<String, String> topics = new ConcurrentHashMap<>();

              private String startWith(String room, String topic) {
                String old = topics.putIfAbsent(room, topic);
                return old == null ? topic : old;
              }

              void extend(String room, String more) {
                String old = topics.get(room);
                if (old == null) {
                  startWith(room, more);
                  return;
                }
                topics.replace(room, old + more); // BUG: NonAtomicCheckThenAct
              }

              boolean change(String room, String expected, String topic) {
                return topics.replace(room, expected, topic);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void valueThatIsSetThroughItsEntry() {
    CheckTester.of(
            """
            import java.util.Collections;
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Votes {
              private final ConcurrentMap<String, Integer> votes = new ConcurrentHashMap<>();
              private final Map<String, Integer> doubts =
                  Collections.synchronizedMap(new HashMap<>());

              void vote(String party) {
                votes.merge(party, 1, Integer::sum);
                doubts.merge(party, 1, Integer::sum);
              }

              void fade() {
                for (Map.Entry<String, Integer> entry : votes.entrySet()) {
                  entry.setValue(entry.getValue() / 2); // BUG: NonAtomicCheckThenAct
                }
                for (Map.Entry<String, Integer> entry : doubts.entrySet()) {
                  entry.setValue(entry.getValue() / 2); // BUG: NonAtomicCheckThenAct
                }
              }

              void reset() {
                for (Map.Entry<String, Integer> entry : votes.entrySet()) {
                  entry.setValue(0);
                }
              }

              Map<String, Integer> percent() {
                Map<String, Integer> own = new ConcurrentHashMap<>(votes);
                for (Map.Entry<String, Integer> entry : own.entrySet()) {
                  entry.setValue(entry.getValue() * 100 / own.size());
                }
                return own;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void valueThatTasksSetThroughItsEntry() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.ExecutorService;

            class Prices {
              private final Map<String, Integer> prices = new HashMap<>();

              void raise(ExecutorService shops) {
                for (int i = 0; i < 4; i++) {
                  shops.execute(
                      () -> {
                        for (Map.Entry<String, Integer> entry : prices.entrySet()) {
                          entry.setValue(entry.getValue() + 1); // BUG: UnguardedCollectionMutation
                        }
                      });
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void entryThatFollowsFromAClass() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Names {
              private static final Map<Class<?>, String> SHORT = new ConcurrentHashMap<>();
              private static final Map<Class<?>, String> TOLD = new ConcurrentHashMap<>();

              static String shortName(Class<?> type) {
                String name = SHORT.get(type);
                if (name == null) {
                  String full = type.getName();
                  name = full.substring(full.lastIndexOf('.') + 1);
                  SHORT.put(type, name);
                }
                return name;
              }

              static String tell(Class<?> type, String by) {
                String name = TOLD.get(type);
                if (name == null) {
                  name = by + type.getName();
                  TOLD.put(type, name); // BUG: NonAtomicCheckThenAct
                }
                return name;
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
