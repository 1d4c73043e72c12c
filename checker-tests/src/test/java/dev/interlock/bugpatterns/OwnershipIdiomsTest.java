package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/**
 * Idioms of released libraries by which one thread owns an object, each beside the bug it looks
 * like.
 */
final class OwnershipIdiomsTest {

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
                for (int i = 0; i < 100; i++) {
                  received++; // BUG: UnsafeReadModifyWrite
                }
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

  @Test
  void objectFiledUnderTheThreadThatUsesIt() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Log {
              private final Map<Thread, Ring> rings = new ConcurrentHashMap<>();
              private final Map<String, Ring> byName = new ConcurrentHashMap<>();

              void open(int writers) {
                for (int i = 0; i < writers; i++) {
                  new Thread(this::write).start();
                  new Thread(() -> write("common")).start();
                }
              }

              private void write() {
                Ring ring = rings.get(Thread.currentThread());
                if (ring != null) {
                  ring.offer();
                }
              }

              private void write(String name) {
                byName.get(name).push();
              }
            }

            class Ring {
              private long tail;
              private long pushed;

              void offer() {
                tail++;
              }

              void push() {
                pushed++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whatAThreadHasForItselfIsSharedByTheTasksItHandsItTo() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class Report {
              static final class Costs {
                int pages;
              }

              private final ThreadLocal<Costs> costs = ThreadLocal.withInitial(Costs::new);

              void render(ExecutorService pool, List<String> chapters) {
                Costs mine = costs.get();
                mine.pages++;
                for (String chapter : chapters) {
                  pool.execute(() -> mine.pages += chapter.length()); // BUG: UnsafeReadModifyWrite
                }
              }

              void renderApart(ExecutorService pool, List<String> chapters) {
                for (String chapter : chapters) {
                  pool.execute(
                      () -> {
                        Costs own = costs.get();
                        own.pages += chapter.length();
                      });
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void entryUnderTheNumberOfTheThread() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            @SuppressWarnings("deprecation") // getId(), from Java 19 on
            class Ticks {
              private final Map<Long, int[]> byThread = new ConcurrentHashMap<>();
              private final Map<Long, int[]> byUser = new ConcurrentHashMap<>();

              void tick() {
                long id = Thread.currentThread().getId();
                int[] cell = byThread.get(id);
                if (cell == null) {
                  cell = new int[1];
                  byThread.put(id, cell);
                }
                cell[0]++;
              }

              void tick(long user) {
                int[] cell = byUser.get(user);
                if (cell == null) {
                  cell = new int[1];
                  byUser.put(user, cell); // BUG: NonAtomicCheckThenAct
                }
                cell[0]++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
