package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Runs that follow one another whichever threads they are on, and runs that only seem to. */
final class OneAfterTheOtherTest {

  @Test
  void taskThatAsksForItsNextRunAtItsEnd() {
    CheckTester.of(
            """
            import java.util.concurrent.ScheduledExecutorService;
            import java.util.concurrent.TimeUnit;

            class Poller {
              private final ScheduledExecutorService timer;
              private long polls;

              private Poller(ScheduledExecutorService timer) {
                this.timer = timer;
              }

              static void open(ScheduledExecutorService timer) {
                new Poller(timer).next();
              }

              private void poll() {
                polls++;
                next();
              }

              private void next() {
                timer.schedule(this::poll, 1, TimeUnit.SECONDS);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void taskThatAsksForItsNextRunAtItsStart() {
    CheckTester.of(
            """
            import java.util.concurrent.ScheduledExecutorService;
            import java.util.concurrent.TimeUnit;

            class Poller {
              private final ScheduledExecutorService timer;
              private long polls;

              private Poller(ScheduledExecutorService timer) {
                this.timer = timer;
              }

              static void open(ScheduledExecutorService timer) {
                new Poller(timer).next();
              }

              private void poll() {
                next();
                polls++; // BUG: UnsafeReadModifyWrite
              }

              private void next() {
                timer.schedule(this::poll, 1, TimeUnit.SECONDS);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void taskThatAsksForTwoNextRuns() {
    CheckTester.of(
            """
            import java.util.concurrent.RecursiveAction;

            class Walk extends RecursiveAction {
              static final class Totals {
                int nodes;
              }

              private final Totals totals;
              private final int depth;

              Walk(Totals totals, int depth) {
                this.totals = totals;
                this.depth = depth;
              }

              @Override
              protected void compute() {
                totals.nodes++; // BUG: UnsafeReadModifyWrite
                if (depth > 0) {
                  invokeAll(new Walk(totals, depth - 1), new Walk(totals, depth - 1));
                }
              }

              static int count(int depth) {
                Totals totals = new Totals();
                new Walk(totals, depth).invoke();
                return totals.nodes;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void stagesThatHangOnEachOther() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.CompletableFuture;

            class Commands {
              private interface Device {
                boolean send(String command);
              }

              static CompletableFuture<Integer> sendAll(Device device, List<String> commands) {
                int[] sent = {0};
                CompletableFuture<Void> chain = CompletableFuture.completedFuture(null);
                for (String command : commands) {
                  chain =
                      chain.thenRunAsync(
                          () -> {
                            if (device.send(command)) {
                              sent[0]++;
                            }
                          });
                }
                return chain.thenApply(done -> sent[0]);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void stagesThatAllHangOnOneTrigger() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.CompletableFuture;

            class Commands {
              private interface Device {
                boolean send(String command);
              }

              static int[] sendAll(Device device, List<String> commands, CompletableFuture<Void> go) {
                int[] sent = {0};
                for (String command : commands) {
                  go.thenRunAsync(
                      () -> {
                        if (device.send(command)) {
                          sent[0]++; // BUG: UnsafeReadModifyWrite
                        }
                      });
                }
                return sent;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void stagesOfOneChainOnAPool() {
    CheckTester.of(
            """
            import java.util.concurrent.CompletableFuture;
            import java.util.concurrent.Executor;

            class Quote {
              private long total;

              static void ask(Executor pool) {
                Quote quote = new Quote();
                CompletableFuture.supplyAsync(() -> 3L, pool)
                    .thenApplyAsync(cents -> quote.total += cents, pool)
                    .thenAcceptAsync(cents -> quote.total += cents, pool);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void stagesOfTwoChainsOnAPool() {
    CheckTester.of(
            """
            import java.util.concurrent.CompletableFuture;
            import java.util.concurrent.Executor;

            class Quote {
              private long total;

              static void ask(Executor pool) {
                Quote quote = new Quote();
                CompletableFuture.supplyAsync(() -> 3L, pool)
                    .thenAccept(cents -> quote.total += cents); // BUG: UnsafeReadModifyWrite
                CompletableFuture.supplyAsync(() -> 4L, pool)
                    .thenAccept(cents -> quote.total += cents); // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void mailboxThatIsScheduledByTheWinnerOfAnExchange() {
    CheckTester.of(
            """
            import java.util.Queue;
            import java.util.concurrent.ConcurrentLinkedQueue;
            import java.util.concurrent.Executor;
            import java.util.concurrent.atomic.AtomicInteger;

            class Mailbox implements Runnable {
              private final Queue<String> mails = new ConcurrentLinkedQueue<>();
              private final AtomicInteger pending = new AtomicInteger();
              private final Executor pool;
              private long letters;

              private Mailbox(Executor pool) {
                this.pool = pool;
              }

              void send(String mail) {
                mails.add(mail);
                if (pending.getAndIncrement() == 0) {
                  pool.execute(this);
                }
              }

              @Override
              public void run() {
                do {
                  String mail = mails.poll();
                  letters += mail == null ? 0 : mail.length();
                } while (pending.decrementAndGet() > 0);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void mailboxThatEverySenderSchedules() {
    CheckTester.of(
            """
            import java.util.Queue;
            import java.util.concurrent.ConcurrentLinkedQueue;
            import java.util.concurrent.Executor;
            import java.util.concurrent.atomic.AtomicInteger;

            class Mailbox implements Runnable {
              private final Queue<String> mails = new ConcurrentLinkedQueue<>();
              private final AtomicInteger pending = new AtomicInteger();
              private final Executor pool;
              private long letters;

              private Mailbox(Executor pool) {
                this.pool = pool;
              }

              void send(String mail) {
                mails.add(mail);
                if (pending.getAndIncrement() < 1000) {
                  pool.execute(this);
                }
              }

              @Override
              public void run() {
                String mail = mails.poll();
                letters += mail == null ? 0 : mail.length(); // BUG: UnsafeReadModifyWrite
                pending.decrementAndGet();
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
  void callersWithObjectsOfOtherTypes() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class Invoices {
              private interface Visitor {
                void line(long cents);
              }

              private static void accept(Visitor visitor) {
                visitor.line(3);
              }

              private static class Totals implements Visitor {
                private long total;

                @Override
                public void line(long cents) {
                  total += cents; // BUG: UnsafeReadModifyWrite
                }

                void readAll(ExecutorService pool, List<String> invoices) {
                  for (String invoice : invoices) {
                    pool.execute(() -> accept(this));
                  }
                }
              }

              private static class Sheet implements Visitor {
                private long sum;

                @Override
                public void line(long cents) {
                  sum += cents;
                }
              }

              static void printAll(ExecutorService pool, List<String> invoices) {
                for (String invoice : invoices) {
                  pool.execute(() -> accept(new Sheet()));
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void stepsOfWhichEachWaitsForAllTasks() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Future;

            class Simulation {
              private static final class Road {
                private int flow;

                int advance() {
                  return flow++;
                }
              }

              private final List<Road> roads = new ArrayList<>();

              void run(ExecutorService pool, int steps) throws Exception {
                for (int step = 0; step < steps; step++) {
                  List<Future<Integer>> moved = new ArrayList<>();
                  for (Road road : roads) {
                    moved.add(pool.submit(road::advance));
                  }
                  for (Future<Integer> each : moved) {
                    each.get();
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void stepsThatDoNotWait() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class Simulation {
              private static final class Road {
                private int flow;

                int advance() {
                  return flow++; // BUG: UnsafeReadModifyWrite
                }
              }

              private final List<Road> roads = new ArrayList<>();

              void run(ExecutorService pool, int steps) {
                for (int step = 0; step < steps; step++) {
                  for (Road road : roads) {
                    pool.submit(road::advance);
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whatALoopRunsThatTakesItFromItsQueue() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.BlockingQueue;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.LinkedBlockingQueue;

            class Table {
              private static final class Loop {
                private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();

                void start() {
                  new Thread(this::drain).start();
                }

                void post(Runnable task) {
                  work.add(task);
                }

                private void drain() {
                  try {
                    while (true) {
                      work.take().run();
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }
              }

              private final Loop loop = new Loop();
              private int pot;
              private int spectators;

              private void bet(int amount) {
                loop.post(() -> pot += amount);
              }

              private void watch() {
                spectators++; // BUG: UnsafeReadModifyWrite
              }

              static void evening(ExecutorService connections, List<String> players) {
                Table table = new Table();
                table.loop.start();
                for (String player : players) {
                  connections.execute(() -> table.bet(50));
                  connections.execute(table::watch);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void handlersOfTheEventLoop() {
    CheckTester.of(
            """
            import javax.swing.JButton;
            import javax.swing.SwingUtilities;
            import java.awt.event.ActionEvent;
            import java.util.concurrent.ExecutorService;

            class Viewer {
              private int loading;

              Viewer(JButton button) {
                button.addActionListener(this::reload);
              }

              private void reload(ActionEvent event) {
                loading++;
              }

              void prefetch(ExecutorService io) {
                io.execute(() -> SwingUtilities.invokeLater(() -> loading++));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void workersThatHandlersOfTheEventLoopStart() {
    CheckTester.of(
            """
            import javax.swing.JButton;
            import java.util.concurrent.ExecutorService;

            class Browser {
              private int clicks;
              private long bytes;

              Browser(JButton button, ExecutorService io) {
                button.addActionListener(
                    event -> {
                      clicks++;
                      io.execute(() -> bytes += 10); // BUG: UnsafeReadModifyWrite
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void callersWithObjectsThatAreMadeOfOtherTypes() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class Desk {
              private interface Shelter {
                void add();
              }

              private static final class Locked implements Shelter {
                private int total;

                @Override
                public synchronized void add() {
                  total++;
                }
              }

              private static final class Open implements Shelter {
                private int total;

                @Override
                public void add() {
                  total++;
                }
              }

              private static final class Shared implements Shelter {
                private int total;

                @Override
                public void add() {
                  total++; // BUG: UnsafeReadModifyWrite
                }
              }

              private final Shelter cats = new Locked();
              private final Shelter dogs = new Shared();

              void day(ExecutorService cars, List<String> animals) {
                for (String animal : animals) {
                  cars.execute(cats::add);
                  cars.execute(dogs::add);
                }
              }

              static void box() {
                Shelter box = new Open();
                box.add();
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
}
