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
  void partOfAnObjectUsesItsExecutor() {
    CheckTester.of(mailbox("", "", "")).reportsWhatIsMarked();
  }

  @Test
  void partOfAnObjectUsesAnExecutorOfItsOwn() {
    String own = "private final ExecutorService sorter = Executors.newSingleThreadExecutor();";
    String mark = " // BUG: UnsafeReadModifyWrite";
    CheckTester.of(mailbox(own, mark, mark)).reportsWhatIsMarked();
  }

  private static String mailbox(String executor, String first, String second) {
    return """
        import java.util.concurrent.ExecutorService;
        import java.util.concurrent.Executors;

        class Mailbox {
          private final ExecutorService sorter = Executors.newSingleThreadExecutor();
          private final Slot slot = new Slot();
          private int letters;

          class Slot {
            %s

            void drop(String letter) {
              sorter.execute(() -> letters++);%s
            }
          }

          void take(String letter) {
            sorter.execute(() -> letters--);%s
          }

          void drop(String letter) {
            slot.drop(letter);
          }
        }
        """
        .formatted(executor, first, second);
  }

  @Test
  void handlerOfTheFailureOfOneThread() {
    CheckTester.of(engine("worker.setUncaughtExceptionHandler", "")).reportsWhatIsMarked();
  }

  @Test
  void handlerOfTheFailuresOfAllThreads() {
    CheckTester.of(
            engine("Thread.setDefaultUncaughtExceptionHandler", " // BUG: UnsafeReadModifyWrite"))
        .reportsWhatIsMarked();
  }

  private static String engine(String register, String mark) {
    return """
        class Engine {
          private final Thread worker = new Thread(() -> System.out.println("at work"));
          private int failures;

          void start() {
            %s(
                new Thread.UncaughtExceptionHandler() {
                  @Override
                  public void uncaughtException(Thread thread, Throwable failure) {
                    failures++;%s
                  }
                });
            worker.start();
          }
        }
        """
        .formatted(register, mark);
  }

  @Test
  void objectUsesTheExecutorThatItWasGiven() {
    CheckTester.of(SLOT.formatted(""), postOffice("sorter", "")).reportsWhatIsMarked();
  }

  @Test
  void objectUsesAnotherExecutorThatItWasGiven() {
    String mark = " // BUG: UnsafeReadModifyWrite";
    CheckTester.of(SLOT.formatted(mark), postOffice("Executors.newSingleThreadExecutor()", mark))
        .reportsWhatIsMarked();
  }

  private static final String SLOT =
      """
      import java.util.concurrent.Executor;

      class Slot {
        private final Executor executor;
        int letters;

        Slot(Executor executor) {
          this.executor = executor;
        }

        void drop(String letter) {
          executor.execute(() -> letters++);%s
        }
      }
      """;

  private static String postOffice(String executor, String mark) {
    return """
        import java.util.concurrent.ExecutorService;
        import java.util.concurrent.Executors;

        class PostOffice {
          private final ExecutorService sorter = Executors.newSingleThreadExecutor();
          private final Slot slot = new Slot(%s);

          void drop(String letter) {
            slot.drop(letter);
          }

          void take(String letter) {
            sorter.execute(() -> slot.letters--);%s
          }
        }
        """
        .formatted(executor, mark);
  }

  @Test
  void threadsOfWhichEachIsJoinedBeforeTheNextOneStarts() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;

            class Relay {
              private int metres;
              private int shouts;

              void run(int runners) throws InterruptedException {
                List<Thread> team = new ArrayList<>();
                for (int i = 0; i < runners; i++) {
                  team.add(new Thread(() -> metres += 100));
                }
                for (Thread runner : team) {
                  runner.start();
                  runner.join();
                }
              }

              void cheer(int fans) throws InterruptedException {
                Thread[] crowd = new Thread[fans];
                for (int i = 0; i < fans; i++) {
                  crowd[i] = new Thread(() -> shouts++); // BUG: UnsafeReadModifyWrite
                }
                for (Thread fan : crowd) {
                  fan.start();
                }
                for (Thread fan : crowd) {
                  fan.join();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void tasksOfWhichEachIsAwaitedBeforeTheNextOneIsSubmitted() {
    CheckTester.of(submitted(".get()", "")).reportsWhatIsMarked();
    CheckTester.of(submitted("", " // BUG: UnsafeReadModifyWrite")).reportsWhatIsMarked();
  }

  private static String submitted(String awaited, String mark) {
    return """
        import java.util.ArrayList;
        import java.util.List;
        import java.util.concurrent.Callable;
        import java.util.concurrent.ExecutorService;

        class Steps {
          int walk(ExecutorService pool, int steps) throws Exception {
            int[] walked = {0};
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < steps; i++) {
              calls.add(() -> walked[0]++);%s
            }
            for (Callable<Integer> call : calls) {
              pool.submit(call)%s;
            }
            return walked[0];
          }
        }
        """
        .formatted(mark, awaited);
  }
}
