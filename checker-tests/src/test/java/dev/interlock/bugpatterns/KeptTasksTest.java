package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Tasks that stay where they were registered, to be run by whoever comes by. */
final class KeptTasksTest {

  @Test
  void listenerIsCalledByManyThreads() {
    CheckTester.of(settings("Executors.newCachedThreadPool()", "// BUG: NonAtomicCheckThenAct"))
        .reportsWhatIsMarked();
  }

  @Test
  void listenerIsCalledByOneThread() {
    CheckTester.of(settings("Executors.newSingleThreadExecutor()", "")).reportsWhatIsMarked();
  }

  private static String settings(String executor, String mark) {
    return """
        import java.util.List;
        import java.util.Map;
        import java.util.concurrent.ConcurrentHashMap;
        import java.util.concurrent.CopyOnWriteArrayList;
        import java.util.concurrent.ExecutorService;
        import java.util.concurrent.Executors;
        import java.util.function.Consumer;

        class Settings {
          private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();
          private final ExecutorService clients = %s;

          void watch(Consumer<String> watcher) {
            watchers.add(watcher);
          }

          void command(String key) {
            clients.submit(() -> set(key));
          }

          private void set(String key) {
            for (Consumer<String> watcher : watchers) {
              watcher.accept(key);
            }
          }
        }

        class Statistics {
          private final Map<String, Integer> changes = new ConcurrentHashMap<>();

          void start(Settings settings) {
            settings.watch(
                key -> {
                  Integer before = changes.get(key);
                  changes.put(key, before == null ? 1 : before + 1); %s
                });
          }
        }
        """
        .formatted(executor, mark);
  }

  /** The variable belongs to the method that asks, although other methods call the handler. */
  @Test
  void handlerOfALocalClassUsesAVariableAroundIt() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class Client {
              interface Handler {
                void failed(String url);
              }

              private final ExecutorService pool;

              Client(ExecutorService pool) {
                this.pool = pool;
              }

              void get(String url, Handler handler) {
                pool.execute(() -> handler.failed(url));
              }
            }

            class FanOut {
              int askAll(Client client, List<String> urls) {
                int[] errors = {0};
                for (String url : urls) {
                  client.get(
                      url,
                      new Client.Handler() {
                        @Override
                        public void failed(String failed) {
                          errors[0]++; // BUG: UnsafeReadModifyWrite
                        }
                      });
                }
                return errors[0];
              }

              void askOnce(Client client, String url) {
                int[] errors = {0};
                client.get(
                    url,
                    new Client.Handler() {
                      @Override
                      public void failed(String failed) {
                        errors[0]++;
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void wrapperThatIsMadeForEachLaunch() {
    CheckTester.of(
            LOGGED,
            """
            import java.util.concurrent.ExecutorService;

            class Server {
              static class Request {
                int tries;
              }

              void handle(Request request, ExecutorService pool) {
                pool.execute(new Logged(() -> request.tries++));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void wrapperThatIsLaunchedAgainAndAgain() {
    CheckTester.of(
            LOGGED,
            """
            import java.util.concurrent.ExecutorService;

            class Server {
              private int tries;
              private final Logged counting = new Logged(() -> tries++); // BUG: UnsafeReadModifyWrite

              void handle(String request, ExecutorService pool) {
                pool.execute(counting);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void wrapperInAWrapperThatIsMadeForEachLaunch() {
    CheckTester.of(
            LOGGED,
            TIMED,
            """
            import java.util.concurrent.ExecutorService;

            class Server {
              static class Request {
                int tries;
              }

              void handle(Request request, ExecutorService pool) {
                pool.execute(new Timed(new Logged(() -> request.tries++)));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void wrapperInAWrapperThatIsLaunchedAgainAndAgain() {
    CheckTester.of(
            LOGGED,
            TIMED,
            """
            import java.util.concurrent.ExecutorService;

            class Server {
              private int tries;
              private final Timed counting =
                  new Timed(new Logged(() -> tries++)); // BUG: UnsafeReadModifyWrite

              void handle(String request, ExecutorService pool) {
                pool.execute(counting);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void wrapperThatLaunchesItselfAgain() {
    CheckTester.of(
            ROUND,
            """
            import java.util.concurrent.ScheduledExecutorService;

            class Poll {
              static class Source implements Runnable {
                private int polls;

                @Override
                public void run() {
                  polls++;
                }
              }

              void poll(ScheduledExecutorService timer) {
                poll(new Source(), timer);
              }

              private void poll(Runnable source, ScheduledExecutorService timer) {
                timer.submit(new Round(source, timer));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void wrapperThatLaunchesItselfAgainAndIsLaunchedByOthers() {
    CheckTester.of(
            ROUND,
            """
            import java.util.concurrent.ScheduledExecutorService;

            class Poll {
              private final ScheduledExecutorService timer;
              private final Round round;
              private int polls;

              Poll(ScheduledExecutorService timer) {
                this.timer = timer;
                this.round = new Round(() -> polls++, timer); // BUG: UnsafeReadModifyWrite
              }

              void now() {
                timer.submit(round);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void actionThatIsKeptByWhatLaunchesOneOfItsMethods() {
    CheckTester.of(
            """
            import java.util.concurrent.ScheduledExecutorService;
            import java.util.concurrent.TimeUnit;

            class Delay {
              private final ScheduledExecutorService timer;
              private final Runnable action;

              Delay(ScheduledExecutorService timer, Runnable action) {
                this.timer = timer;
                this.action = action;
              }

              void event(long millis) {
                timer.schedule(this::fire, millis, TimeUnit.MILLISECONDS);
              }

              private void fire() {
                action.run();
              }
            }
            """,
            """
            import java.util.concurrent.Executors;
            import java.util.concurrent.ScheduledExecutorService;

            class Editor {
              private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
              private final Delay saving = new Delay(timer, this::save);
              private int saves;

              void edit(String text) {
                saving.event(text.length());
              }

              private void save() {
                saves++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  private static final String LOGGED =
      """
      class Logged implements Runnable {
        private final Runnable task;

        Logged(Runnable task) {
          this.task = task;
        }

        @Override
        public void run() {
          try {
            task.run();
          } catch (IllegalStateException e) {
            System.out.println(e);
          }
        }
      }
      """;

  @Test
  void functionThatIsPutAwayForOthersIsNotRunByWhoPutsItThere() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.HashMap;
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Ticks {
              private List<Runnable> tasks = new ArrayList<>();

              synchronized void add(Runnable task) {
                tasks.add(task);
              }

              void tick() {
                List<Runnable> todo;
                synchronized (this) {
                  todo = tasks;
                  tasks = new ArrayList<>();
                }
                for (Runnable task : todo) {
                  task.run();
                }
              }
            }

            class Scores {
              private final Map<String, Integer> board = new HashMap<>();
              private final ExecutorService shop = Executors.newFixedThreadPool(3);
              private final Ticks ticks;

              Scores(Ticks ticks) {
                this.ticks = ticks;
              }

              void buy(String player) {
                shop.execute(() -> refresh(player));
              }

              private void refresh(String player) {
                ticks.add(() -> board.merge(player, 1, Integer::sum));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void functionThatIsCalledAtOnceIsRunByWhoMakesIt() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Ticks {
              void now(Runnable task) {
                task.run();
              }
            }

            class Scores {
              private final Map<String, Integer> board = new HashMap<>();
              private final ExecutorService shop = Executors.newFixedThreadPool(3);
              private final Ticks ticks;

              Scores(Ticks ticks) {
                this.ticks = ticks;
              }

              void buy(String player) {
                shop.execute(() -> refresh(player));
              }

              private void refresh(String player) {
                ticks.now(() -> board.merge(player, 1, Integer::sum)); // BUG: UnguardedCollectionMutation
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  private static final String TIMED =
      """
      class Timed implements Runnable {
        private final Runnable timed;

        Timed(Runnable timed) {
          this.timed = timed;
        }

        @Override
        public void run() {
          long start = System.nanoTime();
          measured();
          System.out.println(System.nanoTime() - start);
        }

        private void measured() {
          timed.run();
        }
      }
      """;

  private static final String ROUND =
      """
      import java.util.concurrent.Callable;
      import java.util.concurrent.ScheduledExecutorService;
      import java.util.concurrent.TimeUnit;

      class Round implements Callable<Void> {
        private final Runnable task;
        private final ScheduledExecutorService timer;

        Round(Runnable task, ScheduledExecutorService timer) {
          this.task = task;
          this.timer = timer;
        }

        @Override
        public Void call() {
          task.run();
          timer.schedule(this, 1, TimeUnit.SECONDS);
          return null;
        }
      }
      """;

  @Test
  void threadThatTakesTasksOutDoesOtherWorkAsWell() {
    CheckTester.of(pump("new Thread(this::pump).start();", "")).reportsWhatIsMarked();
    CheckTester.of(
            pump(
                "new Thread(this::pump).start(); new Thread(this::pump).start();",
                " // BUG: UnguardedCollectionMutation"))
        .reportsWhatIsMarked();
  }

  private static String pump(String start, String mark) {
    return """
        import java.util.HashMap;
        import java.util.Map;
        import java.util.Queue;
        import java.util.concurrent.ConcurrentLinkedQueue;
        import java.util.concurrent.ExecutorService;

        class Game {
          private final Queue<Runnable> moves = new ConcurrentLinkedQueue<>();
          private final Map<String, Integer> gold = new HashMap<>();
          private final ExecutorService network;

          Game(ExecutorService network) {
            this.network = network;
          }

          void start() {
            %1$s
          }

          void receive(String player) {
            network.execute(() -> moves.add(() -> gold.merge(player, 1, Integer::sum)));%2$s
          }

          private void pump() {
            while (true) {
              for (Runnable move; (move = moves.poll()) != null; ) {
                move.run();
              }
              gold.merge("bank", 1, Integer::sum);%2$s
            }
          }
        }
        """
        .formatted(start, mark);
  }
}
