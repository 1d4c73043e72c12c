package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** Who changes something takes the write lock. */
final class WriteLockTest {

  @Test
  void readLockGivesWayToTheWriteLock() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.Executor;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReadWriteLock;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Sample {
              private final ReadWriteLock rw = new ReentrantReadWriteLock();
              private final Lock r = rw.readLock();
              private final Lock w = rw.writeLock();
              private final Map<String, Integer> bottles = new HashMap<>();

              void start(Executor guests) {
                while (true) {
                  guests.execute(() -> taste("red"));
                  guests.execute(() -> deliver("red", 6));
                  guests.execute(() -> spill("red"));
                }
              }

              void deliver(String wine, int count) {
                w.lock();
                try {
                  bottles.merge(wine, count, Integer::sum);
                } finally {
                  w.unlock();
                }
              }

              boolean taste(String wine) {
                r.lock();
                try {
                  Integer left = bottles.get(wine);
                  if (left == null || left == 0) {
                    return false;
                  }
                  bottles.put(wine, left - 1); // one less
                  return true;
                } finally {
                  r.unlock();
                }
              }

              void spill(String wine) {
                rw.readLock().lock();
                try {
                  bottles.remove(wine);
                } finally {
                  rw.readLock().unlock();
                }
              }

              int left(String wine) {
                r.lock();
                try {
                  return bottles.getOrDefault(wine, 0);
                } finally {
                  r.unlock();
                }
              }
            }
            """,
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.Executor;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReadWriteLock;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Sample {
              private final ReadWriteLock rw = new ReentrantReadWriteLock();
              private final Lock r = rw.readLock();
              private final Lock w = rw.writeLock();
              private final Map<String, Integer> bottles = new HashMap<>();

              void start(Executor guests) {
                while (true) {
                  guests.execute(() -> taste("red"));
                  guests.execute(() -> deliver("red", 6));
                  guests.execute(() -> spill("red"));
                }
              }

              void deliver(String wine, int count) {
                w.lock();
                try {
                  bottles.merge(wine, count, Integer::sum);
                } finally {
                  w.unlock();
                }
              }

              boolean taste(String wine) {
                w.lock();
                try {
                  Integer left = bottles.get(wine);
                  if (left == null || left == 0) {
                    return false;
                  }
                  bottles.put(wine, left - 1); // one less
                  return true;
                } finally {
                  w.unlock();
                }
              }

              void spill(String wine) {
                rw.writeLock().lock();
                try {
                  bottles.remove(wine);
                } finally {
                  rw.writeLock().unlock();
                }
              }

              int left(String wine) {
                r.lock();
                try {
                  return bottles.getOrDefault(wine, 0);
                } finally {
                  r.unlock();
                }
              }
            }
            """);
  }

  @Test
  void writeLockIsNotTakenByWhoMayHoldTheReadLock() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.Executor;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Sample {
              private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
              private final Map<String, Integer> bottles = new HashMap<>();

              void start(Executor guests) {
                while (true) {
                  guests.execute(() -> taste("red"));
                  guests.execute(this::dinner);
                }
              }

              void dinner() {
                rw.readLock().lock();
                try {
                  for (String wine : bottles.keySet()) {
                    System.out.println(wine);
                  }
                  serve();
                } finally {
                  rw.readLock().unlock();
                }
              }

              private void serve() {
                taste("white");
              }

              void taste(String wine) {
                rw.readLock().lock();
                try {
                  bottles.computeIfPresent(wine, (k, n) -> n - 1);
                } finally {
                  rw.readLock().unlock();
                }
              }
            }
            """,
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.Executor;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Sample {
              private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
              private final Map<String, Integer> bottles = new ConcurrentHashMap<>();

              void start(Executor guests) {
                while (true) {
                  guests.execute(() -> taste("red"));
                  guests.execute(this::dinner);
                }
              }

              void dinner() {
                rw.readLock().lock();
                try {
                  for (String wine : bottles.keySet()) {
                    System.out.println(wine);
                  }
                  serve();
                } finally {
                  rw.readLock().unlock();
                }
              }

              private void serve() {
                taste("white");
              }

              void taste(String wine) {
                rw.readLock().lock();
                try {
                  bottles.computeIfPresent(wine, (k, n) -> n - 1);
                } finally {
                  rw.readLock().unlock();
                }
              }
            }
            """);
  }

  @Test
  void counterOfReadersBecomesAtomic() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.Executor;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Sample {
              private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
              private final Map<String, String> entries = new HashMap<>();
              private long hits;

              void start(Executor guests) {
                while (true) {
                  guests.execute(() -> get("a"));
                  guests.execute(() -> put("a", "b"));
                }
              }

              String get(String key) {
                lock.readLock().lock();
                try {
                  hits++;
                  return entries.get(key);
                } finally {
                  lock.readLock().unlock();
                }
              }

              void put(String key, String value) {
                lock.writeLock().lock();
                try {
                  entries.put(key, value);
                } finally {
                  lock.writeLock().unlock();
                }
              }

              long hits() {
                return hits;
              }
            }
            """,
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.Executor;
            import java.util.concurrent.atomic.AtomicLong;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Sample {
              private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
              private final Map<String, String> entries = new HashMap<>();
              private final AtomicLong hits = new AtomicLong();

              void start(Executor guests) {
                while (true) {
                  guests.execute(() -> get("a"));
                  guests.execute(() -> put("a", "b"));
                }
              }

              String get(String key) {
                lock.readLock().lock();
                try {
                  hits.incrementAndGet();
                  return entries.get(key);
                } finally {
                  lock.readLock().unlock();
                }
              }

              void put(String key, String value) {
                lock.writeLock().lock();
                try {
                  entries.put(key, value);
                } finally {
                  lock.writeLock().unlock();
                }
              }

              long hits() {
                return hits.get();
              }
            }
            """);
  }

  @Test
  void writersLockIsTakenForChangesAndReadersLockForLooks() {
    Refactoring.byDefault()
        .turns(
            """

            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.locks.ReadWriteLock;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Sample {
              private final ReadWriteLock lock = new ReentrantReadWriteLock();
              private final Map<String, Double> prices = new HashMap<>();
              private double sum;

              Double price(String item) {
                lock.readLock().lock();
                try {
                  return prices.get(item);
                } finally {
                  lock.readLock().unlock();
                }
              }

              void set(String item, double price) {
                lock.writeLock().lock();
                try {
                  prices.put(item, price);
                  sum += price;
                } finally {
                  lock.writeLock().unlock();
                }
              }

              void drop(String item) {
                if (prices.containsKey(item)) {
                  sum -= prices.remove(item);
                }
              }

              double mean() {
                return sum / prices.size();
              }
            }
            """,
            """

            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.locks.ReadWriteLock;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Sample {
              private final ReadWriteLock lock = new ReentrantReadWriteLock();
              private final Map<String, Double> prices = new HashMap<>();
              private double sum;

              Double price(String item) {
                lock.readLock().lock();
                try {
                  return prices.get(item);
                } finally {
                  lock.readLock().unlock();
                }
              }

              void set(String item, double price) {
                lock.writeLock().lock();
                try {
                  prices.put(item, price);
                  sum += price;
                } finally {
                  lock.writeLock().unlock();
                }
              }

              void drop(String item) {
                lock.writeLock().lock();
                try {
                  if (prices.containsKey(item)) {
                    sum -= prices.remove(item);
                  }
                } finally {
                  lock.writeLock().unlock();
                }
              }

              double mean() {
                lock.readLock().lock();
                try {
                  return sum / prices.size();
                } finally {
                  lock.readLock().unlock();
                }
              }
            }
            """);
  }

  @Test
  void writersLockIsNotTakenWhereTheReadersLockMayBeHeld() {
    Refactoring.byDefault()
        .leaves(
            """

            import java.util.concurrent.locks.ReadWriteLock;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Sample {
              private final ReadWriteLock lock = new ReentrantReadWriteLock();
              private double sum;

              void add(double price) {
                lock.writeLock().lock();
                try {
                  sum += price;
                } finally {
                  lock.writeLock().unlock();
                }
              }

              double total(double more) {
                lock.readLock().lock();
                try {
                  addQuickly(more);
                  return sum;
                } finally {
                  lock.readLock().unlock();
                }
              }

              void addQuickly(double price) {
                sum += price;
              }
            }
            """);
  }
}
