package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Idioms of released libraries that look like lost updates, each beside the bug it looks like. */
final class LibraryIdiomsTest {

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
  void sentinelThatAnotherCallbackReturns() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Scheduler {
              interface Action<T> {
                T run(String connection);
              }

              static class Trigger {
                private int fired;

                void fire() {
                  fired++;
                }
              }

              private final ExecutorService pool = Executors.newCachedThreadPool();

              <T> T inTransaction(Action<T> action) {
                return action.run("c");
              }

              boolean isReady() {
                return inTransaction(
                    new Action<Boolean>() {
                      @Override
                      public Boolean run(String connection) {
                        return Boolean.TRUE;
                      }
                    });
              }

              List<Trigger> load() {
                return inTransaction(
                    new Action<List<Trigger>>() {
                      @Override
                      public List<Trigger> run(String connection) {
                        return new ArrayList<>(List.of(new Trigger()));
                      }
                    });
              }

              void round() {
                pool.execute(this::fireAll);
              }

              private void fireAll() {
                for (Trigger trigger : load()) {
                  trigger.fire();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void sharedListThatACallbackReturns() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Scheduler {
              interface Action<T> {
                T run(String connection);
              }

              static class Trigger {
                private int fired;

                void fire() {
                  fired++; // BUG: UnsafeReadModifyWrite
                }
              }

              private final ExecutorService pool = Executors.newCachedThreadPool();
              private final List<Trigger> triggers = new ArrayList<>();

              <T> T inTransaction(Action<T> action) {
                return action.run("c");
              }

              List<Trigger> all() {
                return inTransaction(
                    new Action<List<Trigger>>() {
                      @Override
                      public List<Trigger> run(String connection) {
                        return triggers;
                      }
                    });
              }

              void round() {
                pool.execute(this::fireAll);
              }

              private void fireAll() {
                for (Trigger trigger : all()) {
                  trigger.fire();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadOfAnObjectThatIsStartedOnce() {
    CheckTester.of(
            """
            class Receiver implements Runnable {
              private int received;
              private volatile boolean on = true;

              static class Handler {
                private final Receiver receiver = new Receiver();

                void handle() {
                  receiver.start();
                }
              }

              void start() {
                new Thread(this).start();
              }

              @Override
              public void run() {
                while (on) {
                  received++;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadForEachCall() {
    CheckTester.of(
            """
            class Receiver implements Runnable {
              private int received;
              private volatile boolean on = true;

              static class Handler {
                private final Receiver receiver = new Receiver();

                void handle() {
                  receiver.accept();
                }
              }

              void accept() {
                new Thread(this).start();
              }

              @Override
              public void run() {
                while (on) {
                  received++; // BUG: UnsafeReadModifyWrite
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
  void checkAndUpdateWithoutALock() {
    CheckTester.of(
            """
            class Mask {
              private volatile long mask = 1;

              boolean decide(long n) {
                if ((n & mask) != mask) {
                  return false;
                }
                widen(); // BUG: NonAtomicCheckThenAct
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
  void atomicOfAThreadThatOnlyItsOwnCodeSets() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicReference;

            class Heartbeat extends Thread {
              private final AtomicReference<RuntimeException> failed = new AtomicReference<>();

              RuntimeException failure() {
                return failed.get();
              }

              @Override
              public void run() {
                while (failed.get() == null) {
                  try {
                    beat();
                  } catch (RuntimeException e) {
                    failed.set(e);
                  }
                }
              }

              private static void beat() {}
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void atomicOfATaskThatMayRunTwice() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Beat implements Runnable {
              private final AtomicInteger beats = new AtomicInteger();

              @Override
              public void run() {
                beats.set(beats.get() + 1); // BUG: AtomicGetThenSet
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void partThatOneTaskIsGiven() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;

            class Reaper {
              private final List<String> tracked = new ArrayList<>();

              void add(String event) {
                tracked.add(event);
              }
            }
            """,
            """
            abstract class NamedTask implements Runnable {}
            """,
            """
            class NetworkTask extends NamedTask {
              private final Reaper reaper;

              NetworkTask(Reaper reaper) {
                this.reaper = reaper;
              }

              @Override
              public void run() {
                reaper.add("started");
              }
            }
            """,
            """
            class Handler {
              private final NamedTask task;

              Handler(Reaper reaper) {
                this.task = new NetworkTask(reaper);
              }

              NamedTask task() {
                return task;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void partThatSeveralTasksAreGiven() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;

            class Reaper {
              private final List<String> tracked = new ArrayList<>();

              void add(String event) {
                tracked.add(event); // BUG: UnguardedCollectionMutation
              }
            }
            """,
            """
            abstract class NamedTask implements Runnable {}
            """,
            """
            class NetworkTask extends NamedTask {
              private final Reaper reaper;

              NetworkTask(Reaper reaper) {
                this.reaper = reaper;
              }

              @Override
              public void run() {
                reaper.add("started");
              }
            }
            """,
            """
            class Handler {
              private final Reaper reaper = new Reaper();

              NamedTask task() {
                return new NetworkTask(reaper);
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
  void methodForTestsOnly() {
    CheckTester.of(
            """
            class Segment {
              private volatile int count;

              synchronized void add() {
                count++;
              }

              void removeForTesting() {
                count--;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void methodForEveryone() {
    CheckTester.of(
            """
            class Segment {
              private volatile int count;

              synchronized void add() {
                count++;
              }

              void remove() {
                count--; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void constantOfAnotherClass() {
    CheckTester.of(
            """
            abstract class Buffers {
              static final Buffers NONE =
                  new Buffers() {
                    @Override
                    void release(String buffer) {}
                  };

              abstract void release(String buffer);
            }
            """,
            """
            import java.util.ArrayDeque;
            import java.util.Deque;

            class CachedBuffers extends Buffers {
              private final Deque<String> free = new ArrayDeque<>();

              @Override
              void release(String buffer) {
                free.add(buffer);
              }
            }
            """,
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Reader {
              private final ExecutorService pool = Executors.newCachedThreadPool();

              void read() {
                pool.execute(() -> Buffers.NONE.release("own"));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void constantOfThisClass() {
    CheckTester.of(
            """
            abstract class Buffers {
              static final Buffers SHARED = new CachedBuffers();

              abstract void release(String buffer);
            }
            """,
            """
            import java.util.ArrayDeque;
            import java.util.Deque;

            class CachedBuffers extends Buffers {
              private final Deque<String> free = new ArrayDeque<>();

              @Override
              void release(String buffer) {
                free.add(buffer); // BUG: UnguardedCollectionMutation
              }
            }
            """,
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Reader {
              private final ExecutorService pool = Executors.newCachedThreadPool();

              void read() {
                pool.execute(() -> Buffers.SHARED.release("own"));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void objectThatIsMadeOfWhatWasRead() {
    CheckTester.of(
            """
            class Source {
              private volatile Pool pool = new Pool();

              void setRegistry() {
                Pool current = pool;
                if (current != null) {
                  current.register(new Check(current));
                }
              }
            }
            """,
            """
            class Pool {
              void register(Check check) {}
            }
            """,
            """
            class Check {
              private final Pool pool;

              Check(Pool pool) {
                this.pool = pool;
              }

              boolean isHealthy() {
                return pool != null;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void objectThatIsMadeWhereNoneWasRead() {
    CheckTester.of(
            """
            class Source {
              private volatile Pool pool;

              Pool pool() {
                Pool current = pool;
                if (current == null) {
                  current = new Pool();
                  pool = current; // BUG: NonAtomicCheckThenAct
                }
                return current;
              }
            }
            """,
            """
            class Pool {}
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void branchOfTheEventLoop() {
    CheckTester.of(
            """
            import java.util.LinkedHashSet;
            import java.util.Queue;
            import java.util.Set;
            import java.util.concurrent.LinkedBlockingQueue;

            class EventLoop implements Runnable {
              private final Thread thread = new Thread(this);
              private final Queue<Runnable> tasks = new LinkedBlockingQueue<>();
              private final Set<Runnable> hooks = new LinkedHashSet<>();

              void start() {
                thread.start();
              }

              boolean isOwnThread() {
                return Thread.currentThread() == thread;
              }

              void addHook(Runnable hook) {
                if (isOwnThread()) {
                  hooks.add(hook);
                } else {
                  tasks.add(() -> hooks.add(hook));
                }
              }

              @Override
              public void run() {
                while (!Thread.interrupted()) {
                  Runnable task = tasks.poll();
                  if (task != null) {
                    task.run();
                  }
                }
                hooks.clear();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void branchOfEveryThread() {
    CheckTester.of(
            """
            import java.util.LinkedHashSet;
            import java.util.Queue;
            import java.util.Set;
            import java.util.concurrent.LinkedBlockingQueue;

            class EventLoop implements Runnable {
              private final Thread thread = new Thread(this);
              private final Queue<Runnable> tasks = new LinkedBlockingQueue<>();
              private final Set<Runnable> hooks = new LinkedHashSet<>();

              void start() {
                thread.start();
              }

              void addHook(Runnable hook, boolean now) {
                if (now) {
                  hooks.add(hook); // BUG: UnguardedCollectionMutation
                } else {
                  tasks.add(hook);
                }
              }

              @Override
              public void run() {
                while (!Thread.interrupted()) {
                  Runnable task = tasks.poll();
                  if (task != null) {
                    task.run();
                  }
                }
                hooks.clear(); // BUG: UnguardedCollectionMutation
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void settingThatIsLimited() {
    CheckTester.of(
            """
            class Settings {
              private static final long LONGEST = java.util.concurrent.TimeUnit.HOURS.toMillis(1);
              private volatile long timeout;

              void setTimeout(long timeout) {
                this.timeout = timeout;
              }

              void validate() {
                if (timeout > LONGEST) {
                  timeout = LONGEST;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void maximumThatIsKept() {
    CheckTester.of(
            """
            class Statistics {
              private volatile long longest;

              void took(long millis) {
                if (millis > longest) {
                  longest = millis; // BUG: NonAtomicCheckThenAct
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void workerThatIsLaunchedWhenThereIsNone() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Acceptor {
              private final ExecutorService pool = Executors.newCachedThreadPool();
              private Worker worker;
              private int handles;

              void bind() {
                if (worker == null) {
                  worker = new Worker();
                  pool.execute(worker);
                }
              }

              class Worker implements Runnable {
                @Override
                public void run() {
                  handles++;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void workersThatAreLaunchedUpToALimit() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;
            import java.util.concurrent.atomic.AtomicInteger;

            class Acceptor {
              private final ExecutorService pool = Executors.newCachedThreadPool();
              private final AtomicInteger workers = new AtomicInteger();
              private int handles;

              void bind() {
                if (workers.incrementAndGet() < 8) {
                  pool.execute(new Worker());
                }
              }

              class Worker implements Runnable {
                @Override
                public void run() {
                  handles++; // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
