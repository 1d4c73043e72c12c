package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** A collection becomes one that threads may share; look and change become one call. */
final class ConcurrentCollectionTest {

  @Test
  void plainMapBecomesConcurrentAndCountsByMerge() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.HashMap;
            import java.util.List;
            import java.util.Map;

            class Sample {
              private final Map<String, Long> counts = new HashMap<>();

              void addAll(List<String> words) {
                words.parallelStream().forEach(word -> add(word));
              }

              private void add(String word) {
                // one more of these
                counts.put(word, counts.getOrDefault(word, 0L) + 1);
              }
            }
            """,
            """
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Sample {
              private final Map<String, Long> counts = new ConcurrentHashMap<>();

              void addAll(List<String> words) {
                words.parallelStream().forEach(word -> add(word));
              }

              private void add(String word) {
                // one more of these
                counts.merge(word, 1L, Long::sum);
              }
            }
            """);
  }

  @Test
  void lookThenPutBecomesOneCall() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Sample {
              private final ConcurrentMap<String, StringBuilder> made = new ConcurrentHashMap<>();
              private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();
              private final ConcurrentMap<String, String> owners = new ConcurrentHashMap<>();
              private final ConcurrentMap<String, Integer> ages = new ConcurrentHashMap<>();

              String text(String name) {
                StringBuilder text = made.get(name);
                if (text == null) {
                  text = new StringBuilder(name);
                  made.put(name, text);
                }
                return text.toString();
              }

              void count(String name) {
                Integer before = counts.get(name);
                counts.put(name, before == null ? 1 : before + 1);
              }

              void age(String name) {
                Integer age = ages.get(name);
                ages.put(name, age == null ? 18 : age + 1);
              }

              boolean claim(String room, String user) {
                if (owners.containsKey(room)) {
                  return false;
                }
                owners.put(room, user);
                return true;
              }
            }
            """,
            """
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Sample {
              private final ConcurrentMap<String, StringBuilder> made = new ConcurrentHashMap<>();
              private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();
              private final ConcurrentMap<String, String> owners = new ConcurrentHashMap<>();
              private final ConcurrentMap<String, Integer> ages = new ConcurrentHashMap<>();

              String text(String name) {
                StringBuilder text = made.computeIfAbsent(name, key -> new StringBuilder(name));
                return text.toString();
              }

              void count(String name) {
                counts.merge(name, 1, Integer::sum);
              }

              void age(String name) {
                ages.compute(name, (key, age) -> age == null ? 18 : age + 1);
              }

              boolean claim(String room, String user) {
                if (owners.putIfAbsent(room, user) != null) {
                  return false;
                }
                return true;
              }
            }
            """);
  }

  @Test
  void listOfParallelTasksIsSynchronized() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.ArrayList;
            import java.util.List;

            class Sample {
              List<String> trimmed(List<String> lines) {
                List<String> result = new ArrayList<>();
                lines.parallelStream().forEach(line -> result.add(line.trim()));
                return result;
              }
            }
            """,
            """
            import java.util.ArrayList;
            import java.util.Collections;
            import java.util.List;

            class Sample {
              List<String> trimmed(List<String> lines) {
                List<String> result = Collections.synchronizedList(new ArrayList<>());
                lines.parallelStream().forEach(line -> result.add(line.trim()));
                return result;
              }
            }
            """);
  }

  @Test
  void lookInASetThatDecidesIsTheResultOfAdd() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.HashSet;
            import java.util.List;
            import java.util.Set;

            class Sample {
              private final Set<String> seen = new HashSet<>();

              void all(List<String> words) {
                words.parallelStream().forEach(word -> see(word));
              }

              private void see(String word) {
                if (!seen.contains(word)) {
                  seen.add(word);
                  System.out.println(word);
                }
              }
            }
            """,
            """
            import java.util.List;
            import java.util.Set;
            import java.util.concurrent.ConcurrentHashMap;

            class Sample {
              private final Set<String> seen = ConcurrentHashMap.newKeySet();

              void all(List<String> words) {
                words.parallelStream().forEach(word -> see(word));
              }

              private void see(String word) {
                if (seen.add(word)) {
                  System.out.println(word);
                }
              }
            }
            """);
  }

  @Test
  void listAddAlwaysSaysYesAndSoIsLocked() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.Collections;
            import java.util.ArrayList;
            import java.util.List;

            class Sample {
              private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

              void see(String word) {
                if (!seen.contains(word)) {
                  seen.add(word);
                }
              }
            }
            """,
            """
            import java.util.Collections;
            import java.util.ArrayList;
            import java.util.List;

            class Sample {
              private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

              void see(String word) {
                synchronized (seen) {
                  if (!seen.contains(word)) {
                    seen.add(word);
                  }
                }
              }
            }
            """);
  }

  @Test
  void whatOneDecisionWritesIsLockedTogether() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              private volatile int best;
              private volatile String bidder = "";

              void bid(String name, int amount) {
                if (amount > best) {
                  best = amount;
                  bidder = name;
                }
              }
            }
            """,
            """
            class Sample {
              private final Object lock = new Object();
              private volatile int best;
              private volatile String bidder = "";

              void bid(String name, int amount) {
                synchronized (lock) {
                  if (amount > best) {
                    best = amount;
                    bidder = name;
                  }
                }
              }
            }
            """);
  }

  @Test
  void collectionThatIsHandedOutIsSynchronisedAndLoopsOverItHoldItsLock() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.ArrayList;
            import java.util.HashMap;
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.ExecutorService;

            class Sample {
              private final List<String> lines = new ArrayList<>();
              private final Map<String, Integer> sizes = new HashMap<>();

              void addAll(List<String> more, ExecutorService pool) {
                for (String line : more) {
                  pool.execute(() -> lines.add(line));
                  pool.execute(() -> sizes.put(line, line.length()));
                }
              }

              int letters() {
                int letters = 0;
                for (String line : lines) {
                  letters += line.length(); // without spaces
                }
                return letters;
              }

              List<String> copy() {
                return new ArrayList<>(lines);
              }

              List<String> lines() {
                return lines;
              }

              Map<String, Integer> sizes() {
                return sizes;
              }
            }
            """,
            """
            import java.util.ArrayList;
            import java.util.Collections;
            import java.util.HashMap;
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.ExecutorService;

            class Sample {
              private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
              private final Map<String, Integer> sizes = Collections.synchronizedMap(new HashMap<>());

              void addAll(List<String> more, ExecutorService pool) {
                for (String line : more) {
                  pool.execute(() -> lines.add(line));
                  pool.execute(() -> sizes.put(line, line.length()));
                }
              }

              int letters() {
                int letters = 0;
                synchronized (lines) {
                  for (String line : lines) {
                    letters += line.length(); // without spaces
                  }
                }
                return letters;
              }

              List<String> copy() {
                return new ArrayList<>(lines);
              }

              List<String> lines() {
                return lines;
              }

              Map<String, Integer> sizes() {
                return sizes;
              }
            }
            """);
  }

  @Test
  void listThatIsCopiedOnWriteIsDeclaredAsSuchToAddWhatItLacks() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.List;
            import java.util.concurrent.CopyOnWriteArrayList;

            public class Sample {
              private final List<String> members = new CopyOnWriteArrayList<>();

              public boolean join(String member) {
                if (members.contains(member)) {
                  return false;
                }
                members.add(member);
                return true;
              }

              public List<String> members() {
                return List.copyOf(members);
              }
            }
            """,
            """
            import java.util.List;
            import java.util.concurrent.CopyOnWriteArrayList;

            public class Sample {
              private final CopyOnWriteArrayList<String> members = new CopyOnWriteArrayList<>();

              public boolean join(String member) {
                if (!members.addIfAbsent(member)) {
                  return false;
                }
                return true;
              }

              public List<String> members() {
                return List.copyOf(members);
              }
            }
            """);
  }

  @Test
  void whatIsAskedBeforeTheLookIsAskedFirst() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Sample {
              private final Map<String, Integer> depths = new ConcurrentHashMap<>();

              boolean enter(String page, int depth) {
                if (depth > 5 || depths.containsKey(page)) {
                  return false;
                }
                depths.put(page, depth);
                return true;
              }

              void again(String page, int depth) {
                if (depth < 5 && !depths.containsKey(page)) {
                  depths.put(page, depth);
                }
              }
            }
            """,
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Sample {
              private final Map<String, Integer> depths = new ConcurrentHashMap<>();

              boolean enter(String page, int depth) {
                if (depth > 5 || depths.putIfAbsent(page, depth) != null) {
                  return false;
                }
                return true;
              }

              void again(String page, int depth) {
                if (depth < 5) {
                  depths.putIfAbsent(page, depth);
                }
              }
            }
            """);
  }

  @Test
  void numberOfEntriesIsAskedForUnderTheLock() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Sample {
              private final Map<String, Integer> depths = new ConcurrentHashMap<>();

              void few(String page, int depth) {
                if (depths.size() < 9 && !depths.containsKey(page)) {
                  depths.put(page, depth);
                }
              }
            }
            """,
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Sample {
              private final Object lock = new Object();
              private final Map<String, Integer> depths = new ConcurrentHashMap<>();

              void few(String page, int depth) {
                synchronized (lock) {
                  if (depths.size() < 9 && !depths.containsKey(page)) {
                    depths.put(page, depth);
                  }
                }
              }
            }
            """);
  }
}
