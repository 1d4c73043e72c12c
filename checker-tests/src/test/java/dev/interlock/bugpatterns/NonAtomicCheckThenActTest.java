package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Checks that decide about a later write, and operations that do both at once. */
final class NonAtomicCheckThenActTest {

  @Test
  void flagThatIsTestedAndThenSet() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Motor {
              private volatile boolean started;

              void start(ExecutorService drivers, Runnable ignition) {
                drivers.execute(
                    () -> {
                      if (!started) {
                        started = true; // BUG: NonAtomicCheckThenAct
                        ignition.run();
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void maximumThatIsComparedAndThenReplaced() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class HighScores {
              private int best;
              private int bestUnderLock;

              void play(ExecutorService players, int score) {
                players.execute(
                    () -> {
                      if (score > best) {
                        best = score; // BUG: NonAtomicCheckThenAct
                      }
                      synchronized (this) {
                        if (score > bestUnderLock) {
                          bestUnderLock = score;
                        }
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void updateWhoseOutcomeIsLookedAtMakesUpForAnEarlierCheck() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentLinkedQueue;

            class Inbox {
              private final ConcurrentLinkedQueue<String> mails = new ConcurrentLinkedQueue<>();

              String checked() {
                if (mails.isEmpty()) {
                  return "";
                }
                String mail = mails.poll();
                return mail == null ? "" : mail.trim();
              }

              String trusting() {
                if (mails.peek().isBlank()) {
                  return "";
                }
                return mails.poll().trim(); // BUG: NonAtomicCheckThenAct
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void markThatIsLeftTwiceIsNoHarmUnlessSomethingElseIsDone() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Watch {
              private volatile boolean stopped;
              private volatile boolean started;

              private void stop() {
                if (!stopped) {
                  stopped = true;
                }
              }

              private boolean start() {
                if (!started) {
                  started = true; // BUG: NonAtomicCheckThenAct
                  return true;
                }
                return false;
              }

              static void shift(ExecutorService guards) {
                Watch watch = new Watch();
                for (int i = 0; i < 4; i++) {
                  guards.execute(watch::stop);
                  guards.submit(watch::start);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void longerFormOfALockedMethodIsThereForOthersToCall() {
    CheckTester.of(
            """
            public class Defaults {
              private static volatile String name;
              private static volatile String place;

              public static synchronized void set(String value) {
                set(value, value.length());
              }

              public static void set(String value, int length) {
                if (name == null) {
                  name = value.substring(0, length); // BUG: NonAtomicCheckThenAct
                }
              }

              public static synchronized void put(String value) {
                put(value, value.length());
              }

              private static void put(String value, int length) {
                if (place == null) {
                  place = value.substring(0, length);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void anyThreadMayPassAnObjectThatIsMadeToBeShared() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Visits {
              private final ConcurrentMap<String, String> seen = new ConcurrentHashMap<>();

              void see(String page) {
                if (!seen.containsKey(page)) {
                  seen.put(page, "seen"); // BUG: NonAtomicCheckThenAct
                }
              }
            }

            class Pages {
              static void show(Visits visits, String page) {
                visits.see(page);
              }
            }

            class Drafts {
              private final ConcurrentMap<String, String> seen = new ConcurrentHashMap<>();

              void see(String page) {
                if (!seen.containsKey(page)) {
                  seen.put(page, "seen");
                }
              }

              static void show(String page) {
                new Drafts().see(page);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void calledMethodLooksAgainByAnotherName() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.Objects;
            import java.util.concurrent.ConcurrentHashMap;

            class Metrics {
              private final Map<String, StringBuilder> sensors = new ConcurrentHashMap<>();

              StringBuilder get(String name) {
                return sensors.get(Objects.requireNonNull(name));
              }

              synchronized StringBuilder sensor(String name) {
                StringBuilder sensor = get(name);
                if (sensor == null) {
                  sensor = new StringBuilder();
                  sensors.put(name, sensor);
                }
                return sensor;
              }

              synchronized StringBuilder renew(String name) {
                StringBuilder sensor = new StringBuilder();
                sensors.put(name, sensor);
                return sensor;
              }
            }

            class Topics {
              private final Metrics metrics;

              Topics(Metrics metrics) {
                this.metrics = metrics;
              }

              StringBuilder register(String topic) {
                StringBuilder sensor = metrics.get(topic);
                return sensor == null ? metrics.sensor(topic) : sensor;
              }

              StringBuilder renew(String topic) {
                StringBuilder sensor = metrics.get(topic);
                return sensor == null ? metrics.renew(topic) : sensor; // BUG: InconsistentLocking
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void greaterValueIsFoundAgainUnderTheLock() {
    CheckTester.of(
            """
            class Peaks {
              private volatile int largest;

              void later(java.util.concurrent.Executor pool, int size) {
                pool.execute(() -> seen(size));
              }

              private void seen(int size) {
                if (size > largest) {
                  raise(size);
                }
              }

              private synchronized void raise(int size) {
                largest = Math.max(largest, size);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockIsTakenAfterTheComparison() {
    CheckTester.of(
            """
            class Peaks {
              private volatile int largest;

              void later(java.util.concurrent.Executor pool, int size) {
                pool.execute(() -> seen(size));
              }

              private void seen(int size) {
                if (size > largest) {
                  raise(size); // BUG: NonAtomicCheckThenAct
                }
              }

              private synchronized void raise(int size) {
                largest = size;
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
