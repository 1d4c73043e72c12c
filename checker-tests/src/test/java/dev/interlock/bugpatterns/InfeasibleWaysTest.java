package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Ways through calls that no run goes, as the arguments of the calls tell. */
final class InfeasibleWaysTest {

  @Test
  void flagIsPassedOnThroughCalls() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Downloads {
              private int finished;
              private int retried;

              void start(ExecutorService pool, int files) {
                for (int i = 0; i < files; i++) {
                  pool.execute(() -> done(false));
                }
              }

              void again(ExecutorService pool, int files) {
                for (int i = 0; i < files; i++) {
                  pool.execute(() -> finish(true, true));
                }
              }

              private void done(boolean count) {
                finish(count, false);
              }

              private void finish(boolean again, boolean count) {
                if (again && count) {
                  retried++; // BUG: UnsafeReadModifyWrite
                }
              }

              private void close(boolean last) {
                if (!last) {
                  return;
                }
                finished++;
              }

              void closeAll(ExecutorService pool, int files) {
                for (int i = 0; i < files; i++) {
                  pool.execute(() -> close(false));
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void parameterIsGivenAnotherValue() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Downloads {
              private int finished;

              void start(ExecutorService pool, int files) {
                for (int i = 0; i < files; i++) {
                  pool.execute(() -> done(false));
                }
              }

              private void done(boolean count) {
                count |= isOpen();
                if (count) {
                  finished++; // BUG: UnsafeReadModifyWrite
                }
              }

              boolean isOpen() {
                return true;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void constantOfAnEnumAndNull() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Mailroom {
              enum Post { LETTER, PARCEL }

              private int letters;
              private int parcels;
              private int registered;

              void sort(ExecutorService pool, int sacks) {
                for (int i = 0; i < sacks; i++) {
                  pool.execute(() -> take(Post.PARCEL, null));
                }
              }

              private void take(Post post, String receipt) {
                if (post == Post.LETTER) {
                  letters++;
                }
                if (post != Post.LETTER) {
                  parcels++; // BUG: UnsafeReadModifyWrite
                }
                if (receipt != null) {
                  registered++;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void classOfANewException() {
    CheckTester.of(
            """
            import java.io.IOException;
            import java.util.concurrent.ExecutorService;

            class Failures {
              private int ofNetwork;
              private int others;

              void run(ExecutorService pool, int jobs) {
                for (int i = 0; i < jobs; i++) {
                  pool.execute(() -> failed(new IllegalStateException("closed")));
                }
              }

              private void failed(Exception reason) {
                if (reason instanceof IOException) {
                  ofNetwork++;
                  return;
                }
                others++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  /** A request that was just made has not been sent, so there is nothing to give back. */
  @Test
  void stateThatANewObjectHasNot() {
    CheckTester.of(requests("request.fail()", "")).reportsWhatIsMarked();
  }

  @Test
  void stateThatTheObjectMayHaveByThen() {
    CheckTester.of(
            requests("connect(request); request.fail()", "// BUG: UnguardedCollectionMutation"))
        .reportsWhatIsMarked();
  }

  private static String requests(String reject, String mark) {
    return """
        import java.util.ArrayDeque;
        import java.util.HashMap;
        import java.util.Map;
        import java.util.Queue;
        import java.util.concurrent.ExecutorService;

        class Requests {
          private final Map<String, Integer> deadlines = new HashMap<>();
          private volatile boolean closed;

          void submit(ExecutorService callers, int count) {
            for (int i = 0; i < count; i++) {
              callers.execute(() -> send(new Request()));
            }
          }

          private void send(Request request) {
            if (closed) {
              %s;
            }
          }

          private void connect(Request request) {
            request.node = "n1";
          }

          private final class Request {
            private String node = null;

            void fail() {
              if (node != null) {
                deadlines.remove(node); %s
              }
            }
          }
        }
        """
        .formatted(reject, mark);
  }

  @Test
  void zeroIsZeroInEveryType() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Ledger {
              private int empty;
              private int bookings;

              void book(ExecutorService pool, int count) {
                for (int i = 0; i < count; i++) {
                  pool.execute(() -> add(0L));
                }
              }

              private void add(long cents) {
                if (cents == 0) {
                  empty++; // BUG: UnsafeReadModifyWrite
                }
                if (cents != 0) {
                  bookings++;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  /** The field is set by an assignment, or the object is known to others by then. */
  @Test
  void objectIsChangedWithoutACall() {
    CheckTester.of(
            requests(
                "request.node = \"n2\"; request.fail()", "// BUG: UnguardedCollectionMutation"))
        .reportsWhatIsMarked();
  }

  @Test
  void overriddenMethodDoesNotRunOnAnObjectThatOverridesIt() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Ferry {
              private final ExecutorService pier = Executors.newCachedThreadPool();

              void call() {
                pier.execute(() -> board(1));
              }

              protected void board(int people) {
                note(people);
              }

              protected void note(int people) {}

              static final class Logged extends Ferry {
                private final ExecutorService purser = Executors.newSingleThreadExecutor();
                private int carried;

                @Override
                protected void board(int people) {
                  purser.execute(() -> super.board(people));
                }

                @Override
                protected void note(int people) {
                  carried += people;
                }
              }

              static final class Counted extends Ferry {
                private int carried;

                @Override
                protected void note(int people) {
                  carried += people; // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void stepOfAnotherClassOfTasks() {
    CheckTester.of(TEMPLATE, connection("pings++;", "closings++;", "closings++;"))
        .reportsWhatIsMarked();
  }

  @Test
  void stepOfTheClassOfTheTask() {
    CheckTester.of(
            TEMPLATE,
            connection(
                "closings++; // BUG: UnsafeReadModifyWrite",
                "System.out.println(closings);",
                "closings++; // BUG: UnsafeReadModifyWrite"))
        .reportsWhatIsMarked();
  }

  private static final String TEMPLATE =
      """
      abstract class Named implements Runnable {
        @Override
        public final void run() {
          execute();
        }

        abstract void execute();
      }
      """;

  private static String connection(String ping, String close, String outside) {
    return """
        import java.util.concurrent.ScheduledExecutorService;
        import java.util.concurrent.TimeUnit;

        class Connection {
          private int pings;
          private int closings;

          class Ping extends Named {
            @Override
            void execute() {
              %s
            }
          }

          class Close extends Named {
            @Override
            void execute() {
              %s
            }
          }

          void open(ScheduledExecutorService timer, long millis) {
            timer.scheduleAtFixedRate(new Ping(), millis, millis, TimeUnit.MILLISECONDS);
          }

          Runnable closing() {
            return new Close();
          }

          void abort(String reason) {
            %s
          }
        }
        """
        .formatted(ping, close, outside);
  }
}
