package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** Sections of an explicit lock that belong together become one, and a copy is made late enough. */
final class MergedSectionsTest {

  @Test
  void explicitSectionsAreMerged() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.Executor;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final Lock lock = new ReentrantLock();
              private final Map<String, Integer> versions = new HashMap<>();
              private int level;

              void start(Executor pool, String key) {
                while (true) {
                  pool.execute(() -> touch(key));
                  pool.execute(() -> raise(2));
                }
              }

              /** Drawing needs no lock. */
              void touch(String key) {
                int seen;
                lock.lock();
                try {
                  seen = versions.getOrDefault(key, 0); // the last
                } finally {
                  lock.unlock();
                }
                draw(key);

                lock.lock();
                try {
                  // the next
                  versions.put(key, seen + 1);
                } finally {
                  lock.unlock();
                }
              }

              void raise(int by) {
                int now;
                lock.lock();
                try {
                  now = level;
                } finally {
                  lock.unlock();
                }
                int next = now + by;
                lock.lock();
                try {
                  level = next;
                } finally {
                  lock.unlock();
                }
              }

              private static void draw(String key) {
                System.out.println(key);
              }
            }
            """,
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.Executor;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final Lock lock = new ReentrantLock();
              private final Map<String, Integer> versions = new HashMap<>();
              private int level;

              void start(Executor pool, String key) {
                while (true) {
                  pool.execute(() -> touch(key));
                  pool.execute(() -> raise(2));
                }
              }

              /** Drawing needs no lock. */
              void touch(String key) {
                int seen;
                draw(key);

                lock.lock();
                try {
                  seen = versions.getOrDefault(key, 0); // the last
                  // the next
                  versions.put(key, seen + 1);
                } finally {
                  lock.unlock();
                }
              }

              void raise(int by) {
                int now;
                lock.lock();
                try {
                  now = level;
                  int next = now + by;
                  level = next;
                } finally {
                  lock.unlock();
                }
              }

              private static void draw(String key) {
                System.out.println(key);
              }
            }
            """);
  }

  @Test
  void sectionsAreLeftWhereALockIsGivenAwayInOne() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.concurrent.Executor;
            import java.util.concurrent.locks.Condition;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final Lock lock = new ReentrantLock();
              private final Condition notFull = lock.newCondition();
              private int tons;

              void start(Executor trucks) {
                while (true) {
                  trucks.execute(() -> topUp(1));
                }
              }

              void topUp(int load) {
                int level;
                lock.lock();
                try {
                  level = tons;
                } finally {
                  lock.unlock();
                }
                lock.lock();
                try {
                  while (tons > 100) {
                    notFull.awaitUninterruptibly();
                  }
                  tons = level + load;
                } finally {
                  lock.unlock();
                }
              }
            }
            """);
  }

  @Test
  void sectionsAreLeftWhereATryDoesMore() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.concurrent.Executor;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final Lock lock = new ReentrantLock();
              private double tons;

              void start(Executor trucks) {
                while (true) {
                  trucks.execute(() -> topUp(1));
                }
              }

              void topUp(int load) {
                double level;
                lock.lock();
                try {
                  level = tons;
                } catch (RuntimeException e) {
                  return;
                } finally {
                  lock.unlock();
                }
                lock.lock();
                try {
                  tons = level + load;
                } finally {
                  lock.unlock();
                }
              }
            }
            """);
  }

  @Test
  void copyIsMadeAfterTheWait() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.Executor;
            import java.util.concurrent.locks.Condition;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final Lock lock = new ReentrantLock();
              private final Condition notFull = lock.newCondition();
              private int tons;

              void start(Executor trucks) {
                while (true) {
                  trucks.execute(() -> topUp(1));
                  trucks.execute(this::drain);
                }
              }

              void topUp(int load) {
                lock.lock();
                try {
                  // what is in there
                  int level = tons; // in tons
                  while (tons + load > 100) {
                    notFull.awaitUninterruptibly();
                  }
                  tons = level + load;
                } finally {
                  lock.unlock();
                }
              }

              void drain() {
                lock.lock();
                try {
                  tons = 0;
                  notFull.signalAll();
                } finally {
                  lock.unlock();
                }
              }
            }
            """,
            """
            import java.util.concurrent.Executor;
            import java.util.concurrent.locks.Condition;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final Lock lock = new ReentrantLock();
              private final Condition notFull = lock.newCondition();
              private int tons;

              void start(Executor trucks) {
                while (true) {
                  trucks.execute(() -> topUp(1));
                  trucks.execute(this::drain);
                }
              }

              void topUp(int load) {
                lock.lock();
                try {
                  while (tons + load > 100) {
                    notFull.awaitUninterruptibly();
                  }
                  // what is in there
                  int level = tons; // in tons
                  tons = level + load;
                } finally {
                  lock.unlock();
                }
              }

              void drain() {
                lock.lock();
                try {
                  tons = 0;
                  notFull.signalAll();
                } finally {
                  lock.unlock();
                }
              }
            }
            """);
  }

  @Test
  void copyThatTheWaitLooksAtStays() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.concurrent.Executor;
            import java.util.concurrent.locks.Condition;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Sample {
              private final Lock lock = new ReentrantLock();
              private final Condition notFull = lock.newCondition();
              private int tons;

              void start(Executor trucks) {
                while (true) {
                  trucks.execute(() -> topUp(1));
                  trucks.execute(this::drain);
                }
              }

              void topUp(int load) {
                lock.lock();
                try {
                  // what is in there
                  int level = tons; // in tons
                  while (level + load > 100) {
                    notFull.awaitUninterruptibly();
                  }
                  tons = level + load;
                } finally {
                  lock.unlock();
                }
              }

              void drain() {
                lock.lock();
                try {
                  tons = 0;
                  notFull.signalAll();
                } finally {
                  lock.unlock();
                }
              }
            }
            """);
  }

  @Test
  void lookUnderTheLockOfTheReadersMovesUnderThatOfTheWriters() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Sample {
              private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
              private final Map<String, Integer> uses = new HashMap<>();

              void used(String term) {
                int before;
                lock.readLock().lock();
                try {
                  before = uses.getOrDefault(term, 0);
                } finally {
                  lock.readLock().unlock();
                }
                lock.writeLock().lock();
                try {
                  uses.put(term, before + 1);
                } finally {
                  lock.writeLock().unlock();
                }
              }
            }
            """,
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Sample {
              private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
              private final Map<String, Integer> uses = new HashMap<>();

              void used(String term) {
                int before;
                lock.writeLock().lock();
                try {
                  before = uses.getOrDefault(term, 0);
                  uses.put(term, before + 1);
                } finally {
                  lock.writeLock().unlock();
                }
              }
            }
            """);
  }

  @Test
  void readersThatMayGetToTheSectionKeepItAsItIs() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Sample {
              private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
              private final Map<String, Integer> uses = new HashMap<>();

              void all(Iterable<String> terms) {
                lock.readLock().lock();
                try {
                  for (String term : terms) {
                    used(term);
                  }
                } finally {
                  lock.readLock().unlock();
                }
              }

              void used(String term) {
                int before;
                lock.readLock().lock();
                try {
                  before = uses.getOrDefault(term, 0);
                  if (before > 9) {
                    return;
                  }
                } finally {
                  lock.readLock().unlock();
                }
                lock.writeLock().lock();
                try {
                  uses.put(term, before + 1);
                } finally {
                  lock.writeLock().unlock();
                }
              }
            }
            """);
  }

  @Test
  void atomicCallBetweenTheSectionsDoesNotBlock() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.atomic.AtomicLong;

            public class Sample {
              private final Object lock = new Object();
              private final AtomicLong attempts = new AtomicLong();
              private int used;

              public boolean reserve() {
                int before;
                synchronized (lock) {
                  before = used;
                }
                if (before >= 4) {
                  return false;
                }
                attempts.incrementAndGet();
                synchronized (lock) {
                  used = before + 1;
                }
                return true;
              }
            }
            """,
            """
            import java.util.concurrent.atomic.AtomicLong;

            public class Sample {
              private final Object lock = new Object();
              private final AtomicLong attempts = new AtomicLong();
              private int used;

              public boolean reserve() {
                int before;
                synchronized (lock) {
                  before = used;
                  if (before >= 4) {
                    return false;
                  }
                  attempts.incrementAndGet();
                  used = before + 1;
                }
                return true;
              }
            }
            """);
  }
}
