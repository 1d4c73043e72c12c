package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Idioms of released libraries that look like lost updates, each beside the bug it looks like. */
final class LibraryIdiomsTest {

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

  private static final String PAGE =
      """
      import java.util.concurrent.ExecutorService;

      public class Page {
        private final StringBuffer text = new StringBuffer();

        public void flush(Appendable out) throws java.io.IOException {
          if (text.length() > 0) {
            out.append(text);
            text.setLength(0);%s
          }
        }
        %s
      }
      """;

  @Test
  void textIsSynchronizedOutOfHabit() {
    CheckTester.of(PAGE.formatted("", "")).reportsWhatIsMarked();
  }

  @Test
  void textOfAClassThatThinksOfThreadsIsNoHabit() {
    CheckTester.of(
            PAGE.formatted(" // BUG: NonAtomicCheckThenAct", "private volatile boolean closed;"))
        .reportsWhatIsMarked();
  }

  @Test
  void textOfParallelTasksIsCheckedInTwoSteps() {
    CheckTester.of(
            PAGE.formatted(
                " // BUG: NonAtomicCheckThenAct",
                """
                void flushAll(ExecutorService pool, Appendable out) {
                    for (int i = 0; i < 10; i++) {
                      pool.submit(() -> { flush(out); return null; });
                    }
                  }
                """))
        .reportsWhatIsMarked();
  }

  private static final String TICKETS =
      """
      import java.util.Random;
      import java.util.concurrent.ConcurrentHashMap;

      public class Tickets {
        private static final Random random = new Random();
        private static final ConcurrentHashMap<Long, String> owners = new ConcurrentHashMap<>();

        public static long next(String owner) {
          long ticket = random.nextLong();
          %s
          return ticket;
        }
      }
      """;

  @Test
  void seedIsStirredByWhoever() {
    CheckTester.of(TICKETS.formatted("random.setSeed(random.nextLong() ^ owner.hashCode());"))
        .reportsWhatIsMarked();
  }

  @Test
  void ownerIsReplacedByWhoever() {
    CheckTester.of(
            TICKETS.formatted(
                "owners.put(ticket, owners.get(ticket) + owner); // BUG: NonAtomicCheckThenAct"))
        .reportsWhatIsMarked();
  }

  @Test
  void tableOfAClassThatLocksSuchContainers() {
    CheckTester.of(
            """
            import java.util.Hashtable;
            import java.util.Vector;

            public class Hierarchy {
              private final Hashtable<String, StringBuilder> loggers = new Hashtable<>();
              private final Vector<String> warned = new Vector<>();

              public StringBuilder logger(String name) {
                StringBuilder logger = loggers.get(name);
                if (logger == null) {
                  logger = new StringBuilder(name);
                  loggers.put(name, logger); // BUG: NonAtomicCheckThenAct
                }
                return logger;
              }

              public void warn(String name) {
                synchronized (warned) {
                  if (!warned.contains(name)) {
                    warned.add(name);
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void tableOfAClassForManyThreads() {
    CheckTester.of(
            """
            import java.util.Hashtable;
            import java.util.Vector;

            /** The loggers; any thread of the application may ask for one. */
            public class Hierarchy {
              private final Hashtable<String, StringBuilder> loggers = new Hashtable<>();
              private final Vector<String> warned = new Vector<>();

              public StringBuilder logger(String name) {
                StringBuilder logger = loggers.get(name);
                if (logger == null) {
                  logger = new StringBuilder(name);
                  loggers.put(name, logger); // BUG: NonAtomicCheckThenAct
                }
                return logger;
              }

              public void warn(String name) {
                warned.add(name);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void tableOutOfHabit() {
    CheckTester.of(
            """
            import java.util.Hashtable;
            import java.util.Vector;

            public class Hierarchy {
              private final Hashtable<String, StringBuilder> loggers = new Hashtable<>();
              private final Vector<String> warned = new Vector<>();

              public StringBuilder logger(String name) {
                StringBuilder logger = loggers.get(name);
                if (logger == null) {
                  logger = new StringBuilder(name);
                  loggers.put(name, logger);
                }
                return logger;
              }

              public void warn(String name) {
                warned.add(name);
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
