package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** Concurrent collections take no null. */
final class NullElementsTest {

  @Test
  void mapThatMayHoldNullIsSynchronized() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.HashMap;
            import java.util.Map;

            class Sample {
              private final Map<String, String> names = new HashMap<>();

              void run() {
                new Thread(() -> put("a", "")).start();
                new Thread(() -> put("b", "")).start();
              }

              private void put(String key, String name) {
                String value = name.isEmpty() ? null : name;
                names.put(key, value);
              }
            }
            """,
            """
            import java.util.Collections;
            import java.util.HashMap;
            import java.util.Map;

            class Sample {
              private final Map<String, String> names = Collections.synchronizedMap(new HashMap<>());

              void run() {
                new Thread(() -> put("a", "")).start();
                new Thread(() -> put("b", "")).start();
              }

              private void put(String key, String name) {
                String value = name.isEmpty() ? null : name;
                names.put(key, value);
              }
            }
            """);
  }

  @Test
  void mapThatSubclassesMayFillIsSynchronized() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.HashMap;
            import java.util.Map;

            class Sample {
              protected final Map<String, String> names = new HashMap<>();

              void run() {
                new Thread(() -> put("a", "")).start();
                new Thread(() -> put("b", "")).start();
              }

              private void put(String key, String name) {
                names.put(key, name);
              }
            }
            """,
            """
            import java.util.Collections;
            import java.util.HashMap;
            import java.util.Map;

            class Sample {
              protected final Map<String, String> names = Collections.synchronizedMap(new HashMap<>());

              void run() {
                new Thread(() -> put("a", "")).start();
                new Thread(() -> put("b", "")).start();
              }

              private void put(String key, String name) {
                names.put(key, name);
              }
            }
            """);
  }

  @Test
  void mapWithoutCounterpartThatTakesNullIsLocked() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.TreeMap;
            import java.util.Map;

            class Sample {
              private final Map<String, String> names = new TreeMap<>();

              void run() {
                new Thread(() -> put("a", "")).start();
                new Thread(() -> put("b", "")).start();
              }

              private void put(String key, String name) {
                names.put(key, name.isEmpty() ? null : name);
              }
            }
            """,
            """
            import java.util.TreeMap;
            import java.util.Map;

            class Sample {
              private final Object lock = new Object();
              private final Map<String, String> names = new TreeMap<>();

              void run() {
                new Thread(() -> put("a", "")).start();
                new Thread(() -> put("b", "")).start();
              }

              private void put(String key, String name) {
                synchronized (lock) {
                  names.put(key, name.isEmpty() ? null : name);
                }
              }
            }
            """);
  }

  @Test
  void recordOfTheResultKeepsTheCollection() {
    Refactoring.byDefault()
        .turns(
            """

            import java.util.ArrayList;
            import java.util.List;

            class Sample {
              record Result(List<String> missing, int asked) {}

              Result find(List<String> names) {
                List<String> missing = new ArrayList<>();
                names.parallelStream().filter(name -> name.isBlank()).forEach(name -> missing.add(name));
                return new Result(missing, names.size());
              }
            }
            """,
            """

            import java.util.ArrayList;
            import java.util.Collections;
            import java.util.List;

            class Sample {
              record Result(List<String> missing, int asked) {}

              Result find(List<String> names) {
                List<String> missing = Collections.synchronizedList(new ArrayList<>());
                names.parallelStream().filter(name -> name.isBlank()).forEach(name -> missing.add(name));
                return new Result(missing, names.size());
              }
            }
            """);
  }
}
