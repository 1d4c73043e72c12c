package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import dev.interlock.testing.CompiledLibrary;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers that lock themselves, or whose users lock them. */
final class LockedContainersTest {
  @TempDir Path library;

  @Test
  void containerOfALibraryThatLocksItself() {
    CompiledLibrary.in(library, cache("synchronized "));
    CheckTester.of(names("")).withOptions("-classpath", library.toString()).reportsWhatIsMarked();
  }

  @Test
  void containerOfALibraryThatLeavesLockingToOthers() {
    CompiledLibrary.in(library, cache(""));
    CheckTester.of(names(" // BUG: UnguardedCollectionMutation"))
        .withOptions("-classpath", library.toString())
        .reportsWhatIsMarked();
  }

  private static String cache(String modifier) {
    return """
        package com.shelf;

        import java.util.LinkedHashMap;
        import java.util.Map;

        public class Cache<K, V> extends LinkedHashMap<K, V> {
          private static final long serialVersionUID = 1;

          public %1$sV put(K key, V value) {
            return super.put(key, value);
          }

          public %1$sV remove(Object key) {
            return super.remove(key);
          }

          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > 100;
          }
        }
        """
        .formatted(modifier);
  }

  private static String names(String mark) {
    return """
        import com.shelf.Cache;
        import java.util.concurrent.ExecutorService;

        class Names {
          private final Cache<String, String> names = new Cache<>();

          void serve(ExecutorService readers, String key) {
            readers.execute(() -> names.put(key, key.trim()));%1$s
            readers.execute(() -> names.remove(key.trim()));%1$s
          }
        }
        """
        .formatted(mark);
  }

  @Test
  void containerThatIsReplacedWithoutTheLockThatGuardsItsContent() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.ExecutorService;

            class Meter {
              private Map<String, Integer> zones = new HashMap<>();
              private Map<String, Integer> days = new HashMap<>();

              void serve(ExecutorService cars, String zone) {
                cars.execute(() -> pay(zone));
                cars.execute(this::empty);
              }

              private synchronized void pay(String zone) {
                zones.merge(zone, 1, Integer::sum);
                days.merge(zone, 1, Integer::sum);
              }

              private void empty() {
                zones = new HashMap<>(); // BUG: InconsistentLocking
                synchronized (this) {
                  days = new HashMap<>();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void functionInsideAnAtomicUpdateHasOnlyTheElementToItself() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ExecutorService;

            class Trends {
              private final Map<String, int[]> hits = new ConcurrentHashMap<>();
              private int phrases;

              void search(ExecutorService web, Map<String, String> queries) {
                queries.forEach((phrase, user) -> web.execute(() -> search(phrase)));
              }

              private void search(String phrase) {
                hits.computeIfAbsent(
                    phrase,
                    p -> {
                      phrases++; // BUG: UnsafeReadModifyWrite
                      return new int[1];
                    });
                hits.computeIfPresent(
                    phrase,
                    (p, count) -> {
                      count[0]++;
                      return count;
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockOfTheUserAroundAMapThatLocksItself() {
    CheckTester.of(
            """
            import java.util.Collections;
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.ExecutorService;

            class Crib {
              private final Map<String, Integer> shelf = Collections.synchronizedMap(new HashMap<>());
              private final Map<String, Integer> drawer = Collections.synchronizedMap(new HashMap<>());

              void open(ExecutorService workers, String tool) {
                workers.execute(() -> lend(tool));
                workers.execute(() -> shelf.merge(tool, 1, Integer::sum));
                workers.execute(() -> drawer.merge(tool, 1, Integer::sum));
              }

              private void lend(String tool) {
                synchronized (this) {
                  int left = shelf.getOrDefault(tool, 0);
                  shelf.put(tool, left - 1); // BUG: InconsistentLocking
                }
                synchronized (drawer) {
                  int left = drawer.getOrDefault(tool, 0);
                  drawer.put(tool, left - 1);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
