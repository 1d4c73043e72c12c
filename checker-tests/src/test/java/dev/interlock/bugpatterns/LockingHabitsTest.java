package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** What the way in which a class locks for its own variables says about those who do not. */
final class LockingHabitsTest {
  private static final String SERVICE =
      """
      import java.util.concurrent.ExecutorService;

      class Service {
        private final Load load = new Load();

        void serve(ExecutorService pool, int requests) {
          for (int i = 0; i < requests; i++) {
            pool.execute(load::count);
          }
        }
      }
      """;

  @Test
  void methodCalledByAnotherClassDoesNotLock() {
    CheckTester.of(
            """
            class Account {
              private long balance;

              synchronized void deposit(long amount) {
                balance += amount;
              }

              synchronized void withdraw(long amount) {
                balance -= amount;
              }

              void correct(long amount) {
                balance += amount; // BUG: InconsistentLocking
              }
            }
            """,
            """
            class Auditor {
              private final Account account = new Account();

              void audit(long difference) {
                account.correct(difference);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void methodCalledByAnotherClassLocksAsTheOthersDo() {
    CheckTester.of(
            """
            class Account {
              private long balance;

              synchronized void deposit(long amount) {
                balance += amount;
              }

              synchronized void withdraw(long amount) {
                balance -= amount;
              }

              synchronized void correct(long amount) {
                balance += amount;
              }
            }
            """,
            """
            class Auditor {
              private final Account account = new Account();

              void audit(long difference) {
                account.correct(difference);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void monitorOfALockIsAnotherLock() {
    CheckTester.of(
            """
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Stock {
              private final Lock lock = new ReentrantLock();
              private int items;

              void add(int count) {
                lock.lock();
                try {
                  items += count;
                } finally {
                  lock.unlock();
                }
              }

              void remove(int count) {
                lock.lock();
                try {
                  items -= count;
                } finally {
                  lock.unlock();
                }
              }

              void recount(int difference) {
                synchronized (lock) {
                  items += difference; // BUG: InconsistentLocking
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockIsLockedByAll() {
    CheckTester.of(
            """
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Stock {
              private final Lock lock = new ReentrantLock();
              private int items;

              void add(int count) {
                lock.lock();
                try {
                  items += count;
                } finally {
                  lock.unlock();
                }
              }

              void remove(int count) {
                lock.lock();
                try {
                  items -= count;
                } finally {
                  lock.unlock();
                }
              }

              void recount(int difference) {
                lock.lock();
                try {
                  items += difference;
                } finally {
                  lock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void plainOverwriteOfWhatIsCountedUnderALock() {
    CheckTester.of(
            SERVICE,
            """
            class Load {
              private long requests;

              synchronized void count() {
                requests++;
              }

              void forget() {
                requests = 0; // BUG: InconsistentLocking
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void overwriteUnderTheLock() {
    CheckTester.of(
            SERVICE,
            """
            class Load {
              private long requests;

              synchronized void count() {
                requests++;
              }

              synchronized void forget() {
                requests = 0;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void oneLockOfManyAroundAContainerThatNeedsNone() {
    CheckTester.of(
            """
            import java.util.HashSet;
            import java.util.Set;
            import java.util.concurrent.ConcurrentHashMap;

            class Names {
              private final Set<String> names = ConcurrentHashMap.newKeySet();
              private final Set<String> plain = new HashSet<>();
              private final Object[] stripes = new Object[8];
              private volatile String last;

              Names() {
                for (int i = 0; i < stripes.length; i++) {
                  stripes[i] = new Object();
                }
              }

              void add(String name, int stripe) {
                synchronized (stripes[stripe]) {
                  if (!names.contains(name)) {
                    names.add(name);
                    last = name;
                  }
                }
              }

              void addPlain(String name, int stripe) {
                synchronized (stripes[stripe]) {
                  plain.add(name); // BUG: InconsistentLocking
                }
              }

              String last() {
                return last;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void claimOfOneCallIsNoHabit() {
    CheckTester.of(
            """
            import java.util.ArrayDeque;
            import java.util.Queue;
            import java.util.concurrent.Executor;
            import java.util.concurrent.atomic.AtomicBoolean;

            class Journal {
              private final Queue<String> lines = new ArrayDeque<>();

              void write(String line, Executor executor) {
                AtomicBoolean written = new AtomicBoolean();
                if (written.compareAndSet(false, true)) {
                  if (lines.isEmpty()) {
                    lines.add(line);
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void classGuardsItsFieldWhoeverCalls() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;

            class Framed {
              private final Object lock = new Object();
              private int state;

              void resume() {
                synchronized (lock) {
                  state |= 2;
                }
              }

              void suspend() {
                synchronized (lock) {
                  state &= ~2;
                }
              }

              void last() {
                state |= 1; // BUG: InconsistentLocking
              }
            }

            class Receiver {
              void receive(Framed frame) {
                frame.last();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void callersGuardWhatTheClassDoesNot() {
    CheckTester.of(
            """
            class Framed {
              private final Object lock = new Object();
              private int state;

              void resume() {
                synchronized (lock) {
                  state |= 2;
                }
              }

              void suspend() {
                synchronized (lock) {
                  state &= ~2;
                }
              }

              Object lock() {
                return lock;
              }

              void last() {
                state |= 1;
              }
            }

            class Receiver {
              void receive(Framed frame) {
                synchronized (frame.lock()) {
                  frame.last();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
