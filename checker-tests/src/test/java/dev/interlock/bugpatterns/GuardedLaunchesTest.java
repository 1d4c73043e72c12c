package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Tasks that are launched only where a mark says that none is under way. */
final class GuardedLaunchesTest {
  private static final String SENDERS =
      """
      import java.util.concurrent.ExecutorService;

      class Senders {
        void send(ExecutorService pool, int letters) {
          Mailbox mailbox = new Mailbox(pool);
          for (int i = 0; i < letters; i++) {
            pool.execute(() -> mailbox.post("letter"));
          }
        }
      }
      """;

  @Test
  void markIsTakenAwayAtTheEnd() {
    CheckTester.of(
            SENDERS,
            """
            import java.util.ArrayDeque;
            import java.util.Queue;
            import java.util.concurrent.ExecutorService;

            class Mailbox {
              private final ExecutorService pool;
              private final Queue<String> letters = new ArrayDeque<>();
              private boolean scheduled;
              private long delivered;

              Mailbox(ExecutorService pool) {
                this.pool = pool;
              }

              synchronized void post(String letter) {
                letters.add(letter);
                if (scheduled) {
                  return;
                }
                scheduled = true;
                pool.execute(this::drain);
              }

              private void drain() {
                while (next() != null) {
                  delivered++;
                }
              }

              private synchronized String next() {
                String letter = letters.poll();
                if (letter == null) {
                  scheduled = false;
                }
                return letter;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void markIsTakenAwayAtTheStart() {
    CheckTester.of(
            SENDERS,
            """
            import java.util.concurrent.ExecutorService;

            class Mailbox {
              private final ExecutorService pool;
              private boolean scheduled;
              private long delivered;

              Mailbox(ExecutorService pool) {
                this.pool = pool;
              }

              synchronized void post(String letter) {
                if (scheduled) {
                  return;
                }
                scheduled = true;
                pool.execute(this::drain);
              }

              private void drain() {
                synchronized (this) {
                  scheduled = false;
                }
                delivered++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void noMarkIsLookedAt() {
    CheckTester.of(
            SENDERS,
            """
            import java.util.concurrent.ExecutorService;

            class Mailbox {
              private final ExecutorService pool;
              private boolean scheduled;
              private long delivered;

              Mailbox(ExecutorService pool) {
                this.pool = pool;
              }

              synchronized void post(String letter) {
                scheduled = true;
                pool.execute(this::drain);
              }

              private void drain() {
                delivered++; // BUG: UnsafeReadModifyWrite
                synchronized (this) {
                  scheduled = false;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whatIsInAContainerIsNoMark() {
    CheckTester.of(
            """
            import java.util.Queue;
            import java.util.concurrent.ExecutorService;

            class Dispatcher {
              private final Queue<String> orders;
              private long handled;

              Dispatcher(Queue<String> orders) {
                this.orders = orders;
              }

              void dispatch(ExecutorService pool) {
                if (!orders.isEmpty()) {
                  String order = orders.remove();
                  pool.execute(() -> handle(order));
                }
              }

              private void handle(String order) {
                handled++; // BUG: UnsafeReadModifyWrite
              }
            }
            """,
            """
            import java.util.ArrayDeque;
            import java.util.concurrent.ExecutorService;

            class Shop {
              void open(ExecutorService pool) {
                Dispatcher dispatcher = new Dispatcher(new ArrayDeque<>());
                while (true) {
                  dispatcher.dispatch(pool);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void launchForEachElementOfAQueue() {
    CheckTester.of(
            """
            import java.util.ArrayDeque;
            import java.util.Queue;
            import java.util.concurrent.ExecutorService;

            class Dispatcher {
              private final Queue<String> orders = new ArrayDeque<>();
              private long handled;

              synchronized void dispatch(ExecutorService pool) {
                while (!orders.isEmpty()) {
                  String order = orders.poll();
                  pool.execute(() -> handle(order));
                }
              }

              private void handle(String order) {
                handled++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void oneTaskForEachKey() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Gateway {
              private final ConcurrentMap<String, Integer> lines = new ConcurrentHashMap<>();
              private final ConcurrentMap<String, Boolean> state = new ConcurrentHashMap<>();
              private long bytes;
              private long beats;

              void attach(String device) {
                if (lines.putIfAbsent(device, 0) == null) {
                  new Thread(() -> bytes++).start(); // BUG: UnsafeReadModifyWrite
                }
              }

              void watch() {
                if (state.putIfAbsent("watched", true) == null) {
                  new Thread(() -> beats++).start();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void launchWhereAVariableIsStillWhatItWas() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class Store {
              private final ExecutorService flusher;
              private List<String> active = new ArrayList<>();
              private int files;

              Store(ExecutorService flusher) {
                this.flusher = flusher;
              }

              void roll() {
                List<String> full;
                synchronized (this) {
                  full = active;
                }
                synchronized (this) {
                  if (active != full) {
                    return;
                  }
                  active = new ArrayList<>();
                }
                flusher.execute(() -> files++); // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
