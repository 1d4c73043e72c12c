package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Classes whose threads each work on an object that they were given, by code that is not seen. */
final class GivenObjectsTest {
  private static final String WATCHER =
      """
      class Watcher extends Thread {
        private final Settings settings;

        Watcher(Settings settings) {
          this.settings = settings;
        }

        @Override
        public void run() {
          settings.reload();
        }
      }
      """;

  private static final String TUNER =
      """
      import java.util.Timer;
      import java.util.TimerTask;

      class Tuner {
        private final Settings settings;

        Tuner(Settings settings) {
          this.settings = settings;
        }

        void start(Timer timer) {
          timer.schedule(
              new TimerTask() {
                @Override
                public void run() {
                  settings.tune();
                }
              },
              1000,
              1000);
        }
      }
      """;

  private static final String LAUNCHER =
      """
      class Launcher {
        private final Settings settings;

        Launcher(Settings settings) {
          this.settings = settings;
        }

        void start() {
          new Watcher(settings).start();
        }
      }
      """;

  @Test
  void updatedByAThreadAndATimerOfDifferentClasses() {
    CheckTester.of(
            LAUNCHER,
            WATCHER,
            TUNER,
            """
            class Settings {
              private volatile int revision;

              void reload() {
                revision++; // BUG: UnsafeReadModifyWrite
              }

              void tune() {
                revision += 10; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void nothingSaysThatBothWereGivenTheSame() {
    CheckTester.of(
            LAUNCHER,
            WATCHER,
            TUNER,
            """
            class Settings {
              private int revision;

              void reload() {
                revision++;
              }

              void tune() {
                revision += 10;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void updatedUnderTheMonitorOfTheObject() {
    CheckTester.of(
            LAUNCHER,
            WATCHER,
            TUNER,
            """
            class Settings {
              private int revision;

              synchronized void reload() {
                revision++;
              }

              synchronized void tune() {
                revision += 10;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void updatedUnderTheMonitorByOneOfTheTwo() {
    CheckTester.of(
            LAUNCHER,
            WATCHER,
            TUNER,
            """
            class Settings {
              private int revision;

              synchronized void reload() {
                revision++;
              }

              void tune() {
                revision += 10; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void eachHasAnObjectOfItsOwn() {
    CheckTester.of(
            """
            class Watcher extends Thread {
              private final Settings settings = new Settings();

              @Override
              public void run() {
                settings.reload();
              }
            }
            """,
            """
            class Launcher {
              void start() {
                new Watcher().start();
              }
            }
            """,
            TUNER,
            """
            class Settings {
              private int revision;

              void reload() {
                revision++;
              }

              void tune() {
                revision += 10;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void keyThatALoopGivesToAllItsTasks() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Broker {
              private final Map<String, Integer> committed = new ConcurrentHashMap<>();
              private final Map<Integer, Integer> positions = new ConcurrentHashMap<>();

              void start(String group, int partitions) {
                for (int i = 0; i < partitions; i++) {
                  new Thread(new Reader(group, i)).start();
                }
              }

              private final class Reader implements Runnable {
                private final String group;
                private final Integer partition;

                Reader(String group, Integer partition) {
                  this.group = group;
                  this.partition = partition;
                }

                @Override
                public void run() {
                  Integer old = committed.get(group);
                  committed.put(group, old == null ? 1 : old + 1); // BUG: NonAtomicCheckThenAct
                  Integer position = positions.get(partition);
                  positions.put(partition, position == null ? 1 : position + 1);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void methodCalledOpenMakesManyWhichShareTheirMaker() {
    CheckTester.of(
            """
            class Controller {
              private long window = 65_535;

              Stream open(int id) {
                return new Stream(this);
              }

              synchronized void take(int n) {
                window -= n;
              }

              void giveBack(Stream stream, int n) {
                synchronized (stream) {
                  window += n; // BUG: InconsistentLocking
                }
              }
            }

            class Stream {
              private final Controller owner;

              Stream(Controller owner) {
                this.owner = owner;
              }

              void cancel(int unsent) {
                owner.giveBack(this, unsent);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void collectionThatOneRunAloneUses() {
    CheckTester.of(
            """
            import java.util.ArrayDeque;
            import java.util.Deque;

            class Reader implements Runnable {
              static final class Box {
                private final Deque<String> queue = new ArrayDeque<>();
                private final Deque<String> batch = new ArrayDeque<>();

                synchronized void put(String mail) {
                  queue.add(mail);
                }

                synchronized void fill() {
                  batch.addAll(queue);
                  batch.add("end");
                  queue.clear();
                }

                String next() {
                  return batch.poll();
                }
              }

              private final Box box = new Box();

              @Override
              public void run() {
                box.fill();
                box.next();
              }

              static void launch(Reader reader) {
                new Thread(reader).start();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadThatEachObjectStartsOnWhatItWasGiven() {
    CheckTester.of(
            """
            class Sessions {
              private long count;

              synchronized long open() {
                count++;
                return count;
              }

              long openForLog() {
                count++; // BUG: InconsistentLocking
                return count;
              }
            }

            class Connection implements Runnable {
              private final Sessions sessions;

              Connection(Sessions sessions) {
                this.sessions = sessions;
                new Thread(this).start();
              }

              @Override
              public void run() {
                sessions.open();
                sessions.openForLog();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadThatEachObjectStartsOnItsOwn() {
    CheckTester.of(
            """
            class Sessions {
              private long count;

              synchronized long open() {
                count++;
                return count;
              }

              long openForLog() {
                count++;
                return count;
              }
            }

            class Connection implements Runnable {
              private final Sessions sessions = new Sessions();

              Connection() {
                new Thread(this).start();
              }

              @Override
              public void run() {
                sessions.open();
                sessions.openForLog();
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
