package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** A look into a map and the put that follows become one call with a function. */
final class MapFunctionsTest {

  @Test
  void lookAndPutBecomeOneCall() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.CopyOnWriteArrayList;
            import java.util.concurrent.Executor;

            class Sample {
              private final Map<Integer, Long> committed = new ConcurrentHashMap<>();
              private final Map<String, String> texts = new ConcurrentHashMap<>();
              private final Map<String, Integer> words = new ConcurrentHashMap<>();
              private final CopyOnWriteArrayList<String> members = new CopyOnWriteArrayList<>();

              void start(Executor pool) {
                while (true) {
                  pool.execute(() -> seek(1, 2));
                  pool.execute(() -> prepend("a", "b"));
                  pool.execute(() -> shout("a"));
                  pool.execute(() -> count("a"));
                  pool.execute(() -> join("a"));
                }
              }

              void seek(int partition, long offset) {
                Long now = committed.get(partition); // what is known
                if (now == null || now < offset) {
                  committed.put(partition, offset);
                }
              }

              void prepend(String name, String start) {
                if (texts.containsKey(name)) {
                  texts.put(name, start + texts.get(name));
                }
              }

              void shout(String name) {
                texts.put(name, texts.get(name) + "!");
              }

              void count(String word) {
                int before = words.getOrDefault(word, 0);
                words.put(word, before + 1);
              }

              boolean join(String member) {
                if (members.contains(member)) {
                  return false;
                }
                members.add(member);
                System.out.println(member + " joins");
                return true;
              }
            }
            """,
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.CopyOnWriteArrayList;
            import java.util.concurrent.Executor;

            class Sample {
              private final Map<Integer, Long> committed = new ConcurrentHashMap<>();
              private final Map<String, String> texts = new ConcurrentHashMap<>();
              private final Map<String, Integer> words = new ConcurrentHashMap<>();
              private final CopyOnWriteArrayList<String> members = new CopyOnWriteArrayList<>();

              void start(Executor pool) {
                while (true) {
                  pool.execute(() -> seek(1, 2));
                  pool.execute(() -> prepend("a", "b"));
                  pool.execute(() -> shout("a"));
                  pool.execute(() -> count("a"));
                  pool.execute(() -> join("a"));
                }
              }

              void seek(int partition, long offset) {
                // what is known
                committed.compute(partition, (key, now) -> now == null || now < offset ? offset : now);
              }

              void prepend(String name, String start) {
                texts.computeIfPresent(name, (key, value) -> start + value);
              }

              void shout(String name) {
                texts.compute(name, (key, value) -> value + "!");
              }

              void count(String word) {
                words.merge(word, 1, Integer::sum);
              }

              boolean join(String member) {
                if (!members.addIfAbsent(member)) {
                  return false;
                }
                System.out.println(member + " joins");
                return true;
              }
            }
            """);
  }

  @Test
  void putThatAMissingEntryWouldBreakIsLocked() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.Executor;

            class Sample {
              private final Map<String, Integer> best = new ConcurrentHashMap<>();
              private final Map<String, Integer> lives = new ConcurrentHashMap<>();

              void start(Executor pool) {
                while (true) {
                  pool.execute(() -> best("a", 1));
                  pool.execute(() -> lose("a"));
                }
              }

              void best(String name, int points) {
                Integer now = best.get(name);
                if (now != null && now < points) {
                  best.put(name, points);
                }
              }

              void lose(String name) {
                int left = lives.getOrDefault(name, 3);
                lives.put(name, left - 1);
              }
            }
            """,
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.Executor;

            class Sample {
              private final Object lock = new Object();
              private final Map<String, Integer> best = new ConcurrentHashMap<>();
              private final Object livesLock = new Object();
              private final Map<String, Integer> lives = new ConcurrentHashMap<>();

              void start(Executor pool) {
                while (true) {
                  pool.execute(() -> best("a", 1));
                  pool.execute(() -> lose("a"));
                }
              }

              void best(String name, int points) {
                synchronized (lock) {
                  Integer now = best.get(name);
                  if (now != null && now < points) {
                    best.put(name, points);
                  }
                }
              }

              void lose(String name) {
                synchronized (livesLock) {
                  int left = lives.getOrDefault(name, 3);
                  lives.put(name, left - 1);
                }
              }
            }
            """);
  }
}
