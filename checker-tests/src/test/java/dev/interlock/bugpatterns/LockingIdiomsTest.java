package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Idioms of locking in released libraries, each beside the bug it looks like. */
final class LockingIdiomsTest {

  @Test
  void lockOfTheOnlyOwnerWhateverConstructorsItHas() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.locks.ReentrantLock;

            class Store {
              private final ReentrantLock lock = new ReentrantLock();
              private final Map<String, String> entries;

              Store() {
                this(new HashMap<>());
              }

              Store(Map<String, String> entries) {
                this(entries, 16);
              }

              Store(Map<String, String> entries, int size) {
                this.entries = entries;
              }

              void put(String key, String value) {
                lock.lock();
                try {
                  entries.put(key, value);
                } finally {
                  lock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void locksOfTwoOwnersOfOneMap() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.locks.ReentrantLock;

            class Store {
              private final ReentrantLock lock = new ReentrantLock();
              private final Map<String, String> entries;

              Store(Map<String, String> entries) {
                this(entries, 16);
              }

              Store(Map<String, String> entries, int size) {
                this.entries = entries;
              }

              static void pair() {
                Map<String, String> shared = new HashMap<>();
                serve(new Store(shared), new Store(shared));
              }

              static void serve(Store one, Store other) {}

              void put(String key, String value) {
                lock.lock();
                try {
                  entries.put(key, value); // BUG: InconsistentLocking
                } finally {
                  lock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void checkOutsideTheLockThatIsMadeAgainInside() {
    CheckTester.of(
            """
            class Mask {
              private final Object lock = new Object();
              private volatile long mask = 1;

              boolean decide(long n) {
                if ((n & mask) != mask) {
                  return false;
                }
                synchronized (lock) {
                  widen();
                }
                return true;
              }

              private void widen() {
                if (mask < 1000) {
                  mask = (mask << 1) | 1;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void updateIsReportedWhereItIsMadeAndNotAgainWhereItIsCalled() {
    CheckTester.of(
            """
            class Mask {
              private volatile long mask = 1;

              boolean decide(long n) {
                if ((n & mask) != mask) {
                  return false;
                }
                widen();
                return true;
              }

              private void widen() {
                if (mask < 1000) {
                  mask = (mask << 1) | 1; // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void markThatIsClaimedUnderTheLock() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;

            class Promise {
              private List<Runnable> listeners;
              private boolean notifying;

              void addListener(Runnable listener) {
                synchronized (this) {
                  if (listeners == null) {
                    listeners = new ArrayList<>();
                  }
                  listeners.add(listener);
                }
                notifyListeners();
              }

              private void notifyListeners() {
                List<Runnable> own;
                synchronized (this) {
                  if (notifying || listeners == null) {
                    return;
                  }
                  notifying = true;
                  own = listeners;
                  listeners = null;
                }
                for (;;) {
                  own.forEach(Runnable::run);
                  synchronized (this) {
                    if (listeners == null) {
                      notifying = false;
                      return;
                    }
                    own = listeners;
                    listeners = null;
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void seatThatIsTakenInASecondCriticalSection() {
    CheckTester.of(
            """
            class Seat {
              private String owner;

              boolean take(String name) {
                boolean free;
                synchronized (this) {
                  free = owner == null;
                }
                if (free) {
                  synchronized (this) {
                    owner = name; // BUG: SplitCriticalSection
                  }
                }
                return free;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void settingThatOnlyACallerOfItsGetterLocks() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;

            class DataSource {
              private final Map<String, String> pools = new HashMap<>();
              private Map<String, Integer> limits;

              void setLimit(String user, int limit) {
                limits = with(limits, user, limit);
              }

              synchronized void register(String user) {
                pools.put(user, "pool of " + limit(user));
              }

              private Integer limit(String user) {
                return limits == null ? null : limits.get(user);
              }

              private static Map<String, Integer> with(Map<String, Integer> map, String user, int limit) {
                Map<String, Integer> result = map == null ? new HashMap<>() : map;
                result.put(user, limit);
                return result;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void counterThatItsGetterLocks() {
    CheckTester.of(
            """
            class Door {
              private int jams;

              void jammed() {
                jams += 1; // BUG: InconsistentLocking
              }

              synchronized int jams() {
                return jams;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockThatDeserializationMakesAgain() {
    CheckTester.of(
            """
            import java.io.IOException;
            import java.io.ObjectInputStream;
            import java.io.Serializable;

            class Memo implements Serializable {
              private transient Object lock = new Object();
              private transient volatile boolean initialized;
              private transient String value;

              String get() {
                if (!initialized) {
                  synchronized (lock) {
                    if (!initialized) {
                      value = "made";
                      initialized = true;
                    }
                  }
                }
                return value;
              }

              private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
                in.defaultReadObject();
                lock = new Object();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockThatAResetReplaces() {
    CheckTester.of(
            """
            class Memo {
              private Object lock = new Object();
              private volatile boolean initialized;
              private String value;

              String get() {
                if (!initialized) {
                  synchronized (lock) {
                    if (!initialized) {
                      value = "made";
                      initialized = true; // BUG: InconsistentLocking
                    }
                  }
                }
                return value;
              }

              void reset() {
                lock = new Object();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void allLocksOfACollectionAreTakenByAMethodReference() {
    CheckTester.of(
            """
            import com.google.common.util.concurrent.Striped;
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.locks.Lock;

            class Points {
              static class Account {
                long points;
              }

              private final Striped<Lock> stripes = Striped.lock(64);
              private final Map<Long, Account> accounts = new ConcurrentHashMap<>();

              private Account account(long customer) {
                return accounts.computeIfAbsent(customer, c -> new Account());
              }

              void give(long from, long to, int points) {
                Iterable<Lock> both = stripes.bulkGet(List.of(from, to));
                both.forEach(Lock::lock);
                try {
                  account(from).points -= points;
                  account(to).points += points;
                } finally {
                  both.forEach(Lock::unlock);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void allLocksOfACollectionAreTakenByALambdaAndGivenBackTooEarly() {
    CheckTester.of(
            """
            import com.google.common.util.concurrent.Striped;
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.locks.Lock;

            class Points {
              static class Account {
                long points;
              }

              private final Striped<Lock> stripes = Striped.lock(64);
              private final Map<Long, Account> accounts = new ConcurrentHashMap<>();

              private Account account(long customer) {
                return accounts.computeIfAbsent(customer, c -> new Account());
              }

              void give(long from, long to, int points) {
                Iterable<Lock> both = stripes.bulkGet(List.of(from, to));
                both.forEach(lock -> lock.lock());
                both.forEach(lock -> lock.unlock());
                account(from).points -= points; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void extremeIsTakenAgainUnderTheLock() {
    CheckTester.of(
            """
            class Peak {
              private final Object lock = new Object();
              private volatile long peak;

              void note(long now) {
                if (now > peak) {
                  synchronized (lock) {
                    peak = Math.max(peak, now);
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void oneOfSeveralPermitsKeepsNobodyOut() {
    CheckTester.of(
            """
            import java.util.concurrent.Semaphore;

            class Printer {
              private final Semaphore mutex = new Semaphore(1);
              private final Semaphore trays = new Semaphore(4, true);
              private int jobs;
              private int sheets;
              private int cleaned;

              void print(int pages) throws InterruptedException {
                mutex.acquire();
                try {
                  jobs++;
                } finally {
                  mutex.release();
                }
                trays.acquire();
                try {
                  sheets += pages; // BUG: InconsistentLocking
                } finally {
                  trays.release();
                }
              }

              void clean() throws InterruptedException {
                trays.acquire(4);
                try {
                  cleaned++;
                } finally {
                  trays.release(4);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whoTakesAllPermitsKeepsOthersOut() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Semaphore;

            class Printer {
              private final Semaphore trays = new Semaphore(4);
              private int cleaned;
              private int refilled;

              void work(ExecutorService staff, int rounds) {
                for (int i = 0; i < rounds; i++) {
                  staff.submit(() -> clean());
                  staff.submit(() -> refill());
                }
              }

              private void clean() {
                trays.acquireUninterruptibly(4);
                try {
                  cleaned++;
                } finally {
                  trays.release(4);
                }
              }

              private void refill() {
                trays.acquireUninterruptibly(1);
                try {
                  refilled++; // BUG: InconsistentLocking
                } finally {
                  trays.release(1);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void asManyPermitsAsTheCallerWants() {
    CheckTester.of(
            """
            import java.util.concurrent.Semaphore;

            class Printers {
              private final Semaphore slots;
              private final Semaphore mutex = new Semaphore(1);
              private int pages;
              private int jobs;

              Printers(int count) {
                slots = new Semaphore(count, true);
              }

              void print(int more) throws InterruptedException {
                slots.acquire();
                try {
                  pages += more; // BUG: InconsistentLocking
                } finally {
                  slots.release();
                }
              }

              void enqueue() throws InterruptedException {
                mutex.acquire();
                try {
                  jobs++;
                } finally {
                  mutex.release();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void monitorThatIsAskedFor() {
    CheckTester.of(asked("keys", "")).reportsWhatIsMarked();
    CheckTester.of(asked("this", " // BUG: InconsistentLocking")).reportsWhatIsMarked();
  }

  private static String asked(String monitor, String mark) {
    return """
        class Keyring {
          private final Object keys = new Object();
          private int taken;

          void take() {
            synchronized (keys) {
              taken++;%2$s
            }
          }

          void giveBack() {
            assert Thread.holdsLock(%1$s);
            taken--;
          }

          void lose() {
            if (!Thread.holdsLock(%1$s)) {
              throw new IllegalStateException();
            }
            taken -= 2;
          }
        }
        """
        .formatted(monitor, mark);
  }
}
