package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Which compare-and-sets leave the one who wins them alone, and which let others follow. */
final class CompareAndSetClaimsTest {
  private static final String CALLER =
      """
      import java.util.concurrent.ExecutorService;

      class Caller {
        void call(ExecutorService pool, int times) {
          Task task = new Task();
          for (int i = 0; i < times; i++) {
            pool.execute(task::call);
          }
        }
      }
      """;

  @Test
  void stateLeftForAnother() {
    CheckTester.of(
            CALLER,
            """
            import java.util.concurrent.atomic.AtomicReference;

            class Task {
              private enum State { IDLE, RUNNING }

              private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
              private int calls;

              void call() {
                if (state.compareAndSet(State.IDLE, State.RUNNING)) {
                  calls++;
                  state.set(State.IDLE);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void numberReplacedByTheNext() {
    CheckTester.of(
            CALLER,
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Task {
              private final AtomicInteger ticket = new AtomicInteger();
              private int calls;

              void call() {
                int current = ticket.get();
                int next = current + 1;
                if (ticket.compareAndSet(current, next)) {
                  calls++; // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void clockSetForwardWhenItIsTime() {
    CheckTester.of(
            CALLER,
            """
            import java.util.concurrent.atomic.AtomicLong;

            class Task {
              private static final long INTERVAL = 1_000_000_000L;

              private final AtomicLong tick = new AtomicLong();
              private int reports;

              void call() {
                long now = System.nanoTime();
                long last = tick.get();
                if (now - last > INTERVAL && tick.compareAndSet(last, now)) {
                  reports++;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void clockSetForwardAtAnyTime() {
    CheckTester.of(
            CALLER,
            """
            import java.util.concurrent.atomic.AtomicLong;

            class Task {
              private final AtomicLong tick = new AtomicLong();
              private int reports;

              void call() {
                long now = System.nanoTime();
                long last = tick.get();
                if (tick.compareAndSet(last, now)) {
                  reports++; // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void ownedBeforeOrWonNow() {
    CheckTester.of(
            CALLER,
            """
            import java.util.concurrent.atomic.AtomicReference;

            class Task {
              private final AtomicReference<Thread> owner = new AtomicReference<>();
              private int depth;

              void call() {
                Thread me = Thread.currentThread();
                if (owner.get() == me || owner.compareAndSet(null, me)) {
                  depth++;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void ownedByAnybodyOrWonNow() {
    CheckTester.of(
            CALLER,
            """
            import java.util.concurrent.atomic.AtomicReference;

            class Task {
              private final AtomicReference<Thread> owner = new AtomicReference<>();
              private int depth;

              void call() {
                Thread me = Thread.currentThread();
                if (owner.get() != null || owner.compareAndSet(null, me)) {
                  depth++; // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whatTheWinnerOfAnExchangeDoes() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicBoolean;

            class Upload {
              private final AtomicBoolean closed = new AtomicBoolean();
              private int closings;

              private void close() {
                if (closed.getAndSet(true)) {
                  return;
                }
                closings++;
              }

              static void run(ExecutorService pool) {
                Upload upload = new Upload();
                for (int i = 0; i < 4; i++) {
                  pool.execute(upload::close);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whatTheLosersOfAnExchangeDo() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicBoolean;

            class Upload {
              private final AtomicBoolean closed = new AtomicBoolean();
              private int refused;
              private int collisions;

              private void close() {
                if (closed.getAndSet(true)) {
                  refused++; // BUG: UnsafeReadModifyWrite
                  return;
                }
                System.out.println("closed");
              }

              private void open() {
                if (!closed.compareAndSet(true, false)) {
                  collisions++; // BUG: UnsafeReadModifyWrite
                }
              }

              static void run(ExecutorService pool) {
                Upload upload = new Upload();
                for (int i = 0; i < 4; i++) {
                  pool.execute(upload::close);
                  pool.execute(upload::open);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void winnerAndLosersOfAnExchangeOfAField() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

            class Gate {
              private static final AtomicIntegerFieldUpdater<Gate> STATE =
                  AtomicIntegerFieldUpdater.newUpdater(Gate.class, "state");

              private volatile int state;
              private int opened;
              private int refused;

              private void open() {
                if (STATE.compareAndSet(this, 0, 1)) {
                  opened++;
                } else {
                  refused++; // BUG: UnsafeReadModifyWrite
                }
              }

              static void run(ExecutorService pool) {
                Gate gate = new Gate();
                for (int i = 0; i < 4; i++) {
                  pool.execute(gate::open);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void stateThatIsLeftForGoodLocksNothing() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.atomic.AtomicReference;

            abstract class Service {
              enum State { NEW, RUNNING, STOPPED }

              private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
              private final List<AutoCloseable> resources = new ArrayList<>();

              abstract void doStart();

              protected final void manage(AutoCloseable resource) {
                resources.add(resource);
              }

              void start() {
                if (state.compareAndSet(State.NEW, State.RUNNING)) {
                  doStart();
                }
              }

              void stop() {
                if (state.compareAndSet(State.RUNNING, State.STOPPED)) {
                  resources.clear();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void moveFromAnyStateToAnyOtherIsNoClaim() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicReference;

            class Breaker {
              private final AtomicReference<String> state = new AtomicReference<>("closed");
              private volatile long transitions;

              void trip(String seen) {
                move(seen, "open");
              }

              void reset(String seen) {
                move(seen, "closed");
              }

              private void move(String from, String to) {
                if (state.compareAndSet(from, to)) {
                  transitions++; // BUG: UnsafeReadModifyWrite
                }
              }

              void force() {
                state.set("open");
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void newObjectInThePlaceOfTheOneSeenIsNoClaim() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicReference;

            class Lease {
              record Holder(String node, long until) {}

              private final AtomicReference<Holder> holder = new AtomicReference<>(new Holder("", 0));
              private volatile long takeovers;

              boolean acquire(String node, long now) {
                Holder seen = holder.get();
                Holder mine = new Holder(node, now + 10);
                if (!holder.compareAndSet(seen, mine)) {
                  return false;
                }
                takeovers++; // BUG: UnsafeReadModifyWrite
                return true;
              }

              void reset() {
                holder.set(new Holder("", 0));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  private static final String POOL =
      """
      import java.util.List;
      import java.util.concurrent.CopyOnWriteArrayList;
      import java.util.concurrent.atomic.AtomicBoolean;

      class Pool {
        private static final class Entry {
          final String name;
          final AtomicBoolean used = new AtomicBoolean(true);

          Entry(String name) {
            this.name = name;
          }
        }

        private final List<Entry> entries = new CopyOnWriteArrayList<>();

        private Entry find(String name) {
          for (Entry entry : entries) {
            if (TEST) {
              return entry;
            }
          }
          return null;
        }

        void borrow(String name) {
          Entry entry = find(name);
          if (entry == null) {
            ADD
          }
        }
      }
      """;

  @Test
  void elementThatCouldBeWonIsAddedWhereNoneWasFree() {
    CheckTester.of(
            POOL.replace("TEST", "entry.used.compareAndSet(false, true)")
                .replace("ADD", "entries.add(new Entry(name));"))
        .reportsWhatIsMarked();
  }

  @Test
  void elementIsAddedWhereNoneHadItsName() {
    CheckTester.of(
            POOL.replace("TEST", "entry.name.equals(name)")
                .replace("ADD", "entries.add(new Entry(name)); // BUG: NonAtomicCheckThenAct"))
        .reportsWhatIsMarked();
  }

  @Test
  void whoLosesIsNotAlone() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicReference;

            class Breaker {
              private final AtomicReference<String> state = new AtomicReference<>("closed");
              private volatile int rejected;
              private volatile int trials;

              void call(Runnable body) {
                if (!mayTry()) {
                  rejected++; // BUG: UnsafeReadModifyWrite
                  return;
                }
                body.run();
              }

              void tryOnce(Runnable body) {
                if (mayTry()) {
                  trials++;
                  body.run();
                }
              }

              private boolean mayTry() {
                return state.compareAndSet("open", "half-open");
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void elementThatIsClaimedByItsKey() {
    CheckTester.of(fields("i", "")).reportsWhatIsMarked();
    CheckTester.of(fields("0", " // BUG: UnsafeReadModifyWrite")).reportsWhatIsMarked();
  }

  private static String fields(String index, String mark) {
    return """
        import java.util.Set;
        import java.util.concurrent.ConcurrentHashMap;
        import java.util.concurrent.ConcurrentMap;

        class Farm {
          private final ConcurrentMap<Integer, Thread> ploughed = new ConcurrentHashMap<>();
          private final Set<Integer> sown = ConcurrentHashMap.newKeySet();
          private final int[] furrows = new int[64];
          private final int[] seeds = new int[64];

          void start(int tractors) {
            for (int t = 0; t < tractors; t++) {
              new Thread(this::work).start();
            }
          }

          private void work() {
            for (int i = 0; i < furrows.length; i++) {
              if (ploughed.putIfAbsent(i, Thread.currentThread()) == null) {
                furrows[%1$s] += 2;%2$s
              }
              if (sown.add(i)) {
                seeds[%1$s] += 9;%2$s
              }
            }
          }
        }
        """
        .formatted(index, mark);
  }
}
