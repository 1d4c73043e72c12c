package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Locks that are given up between two steps that belong together. */
final class SplitCriticalSectionTest {

  @Test
  void readAndWriteInSectionsOfTheirOwn() {
    CheckTester.of(
            """
            class FuelGauge {
              private final Object lock = new Object();
              private int litres;

              void fill(int more) {
                int before;
                synchronized (lock) {
                  before = litres;
                }
                int after = before + more;
                synchronized (lock) {
                  litres = after; // BUG: SplitCriticalSection
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void readAndWriteInOneSection() {
    CheckTester.of(
            """
            class FuelGauge {
              private final Object lock = new Object();
              private int litres;

              void fill(int more) {
                synchronized (lock) {
                  int before = litres;
                  litres = before + more;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void secondSectionThatLooksAgain() {
    CheckTester.of(
            """
            class FuelGauge {
              private final Object lock = new Object();
              private int litres;

              void fill(int more) {
                boolean room;
                synchronized (lock) {
                  room = litres + more <= 100;
                }
                if (room) {
                  synchronized (lock) {
                    if (litres + more <= 100) {
                      litres += more;
                    }
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void methodsThatLockUnderOneLockAroundThem() {
    CheckTester.of(
            """
            class Account {
              private long cents;

              synchronized long getCents() {
                return cents;
              }

              synchronized void setCents(long cents) {
                this.cents = cents;
              }
            }
            """,
            """
            import java.util.concurrent.ExecutorService;

            class Bank {
              private final Account fees = new Account();

              void charge(ExecutorService pool, long fee) {
                pool.execute(
                    () -> {
                      synchronized (fees) {
                        fees.setCents(fees.getCents() + fee);
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void explicitLockGivenUpWhileTheResultIsComputed() {
    CheckTester.of(
            """
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;
            import java.util.function.IntUnaryOperator;

            class Estimate {
              private final Lock lock = new ReentrantLock();
              private int value;

              void refine(IntUnaryOperator step) {
                lock.lock();
                int before = value;
                lock.unlock();
                int after = step.applyAsInt(before);
                lock.lock();
                value = after; // BUG: SplitCriticalSection
                lock.unlock();
              }

              void refineSafely(IntUnaryOperator step) {
                lock.lock();
                try {
                  value = step.applyAsInt(value);
                } finally {
                  lock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void containerThatIsCopiedInOneSectionAndClearedInAnother() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ScheduledExecutorService;
            import java.util.concurrent.TimeUnit;

            class Digest {
              private final List<String> events = new ArrayList<>();

              synchronized void event(String text) {
                events.add(text);
              }

              void send() {
                List<String> copy;
                synchronized (this) {
                  copy = new ArrayList<>(events);
                }
                System.out.println(copy);
                synchronized (this) {
                  events.clear(); // BUG: SplitCriticalSection
                }
              }

              synchronized List<String> copy() {
                return new ArrayList<>(events);
              }

              synchronized void clear() {
                events.clear();
              }

              void sendByMethods() {
                System.out.println(copy());
                clear(); // BUG: SplitCriticalSection
              }

              void start(ScheduledExecutorService timer) {
                timer.scheduleAtFixedRate(this::send, 1, 1, TimeUnit.MINUTES);
                timer.scheduleAtFixedRate(this::sendByMethods, 1, 1, TimeUnit.MINUTES);
                timer.scheduleAtFixedRate(() -> event("tick"), 1, 1, TimeUnit.SECONDS);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void containerThatIsCopiedAndClearedInOneSection() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ScheduledExecutorService;
            import java.util.concurrent.TimeUnit;

            class Digest {
              private final List<String> events = new ArrayList<>();

              synchronized void event(String text) {
                events.add(text);
              }

              void send() {
                List<String> copy;
                synchronized (this) {
                  copy = new ArrayList<>(events);
                  events.clear();
                }
                System.out.println(copy);
              }

              void start(ScheduledExecutorService timer) {
                timer.scheduleAtFixedRate(this::send, 1, 1, TimeUnit.MINUTES);
                timer.scheduleAtFixedRate(() -> event("tick"), 1, 1, TimeUnit.SECONDS);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void waitGivesTheMonitorUp() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Mill {
              private int stored;
              private int reserved;

              synchronized void store() {
                stored++;
                notifyAll();
              }

              synchronized void reserve(int count) throws InterruptedException {
                int already = reserved;
                while (stored < count) {
                  wait();
                }
                reserved = already + count; // BUG: SplitCriticalSection
              }

              synchronized void reserveSafely(int count) throws InterruptedException {
                while (stored < count) {
                  wait();
                }
                int already = reserved;
                reserved = already + count;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void checkInOneSynchronizedMethodAndStepInAnother() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Guides {
              private int free = 30;

              synchronized boolean any() {
                return free > 0;
              }

              synchronized void take() {
                free--;
              }

              synchronized boolean takeAny() {
                if (free == 0) {
                  return false;
                }
                free--;
                return true;
              }

              void rent(ExecutorService doors) {
                doors.execute(
                    () -> {
                      if (any()) {
                        take(); // BUG: SplitCriticalSection
                      }
                    });
              }

              void rentSafely(ExecutorService doors) {
                doors.execute(
                    () -> {
                      if (any()) {
                        takeAny();
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void secondSectionThatLooksWhetherAnythingHasChanged() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.HashMap;
            import java.util.List;
            import java.util.Map;

            class Roster {
              private final Map<String, String> teams = new HashMap<>();
              private long version;

              boolean regroup(String leader) {
                long seen;
                List<String> names;
                synchronized (this) {
                  seen = version;
                  names = new ArrayList<>(teams.keySet());
                }
                names.sort(null);
                synchronized (this) {
                  if (version != seen) {
                    return false;
                  }
                  version = seen + 1;
                  teams.put(leader, names.get(0));
                  return true;
                }
              }

              void regroupHastily(String leader) {
                List<String> names;
                synchronized (this) {
                  names = new ArrayList<>(teams.keySet());
                }
                names.sort(null);
                synchronized (this) {
                  teams.put(leader, names.get(0)); // BUG: SplitCriticalSection
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void markClaimsWhatIsDoneBetweenTheSections() {
    CheckTester.of(
            """
            import java.util.ArrayDeque;
            import java.util.ArrayList;
            import java.util.Deque;
            import java.util.List;

            abstract class Journal {
              private final Deque<String> tail = new ArrayDeque<>();
              private long appended;
              private long forced;
              private boolean forcing;

              synchronized long append(String line) {
                tail.addLast(line);
                return ++appended;
              }

              void force(long number) throws InterruptedException {
                List<String> group;
                long upTo;
                synchronized (this) {
                  while (forcing && forced < number) {
                    wait();
                  }
                  if (forced >= number) {
                    return;
                  }
                  forcing = true;
                  group = new ArrayList<>(tail);
                  tail.clear();
                  upTo = appended;
                }
                write(group);
                synchronized (this) {
                  forcing = false;
                  forced = upTo;
                  notifyAll();
                }
              }

              abstract void write(List<String> group);
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void nothingClaimsWhatIsDoneBetweenTheSections() {
    CheckTester.of(
            """
            import java.util.ArrayDeque;
            import java.util.ArrayList;
            import java.util.Deque;
            import java.util.List;

            abstract class Journal {
              private final Deque<String> tail = new ArrayDeque<>();
              private long appended;
              private long forced;
              private boolean forcing;

              synchronized long append(String line) {
                tail.addLast(line);
                return ++appended;
              }

              void force(long number) throws InterruptedException {
                List<String> group;
                long upTo;
                synchronized (this) {

                  if (forced >= number) {
                    return;
                  }

                  group = new ArrayList<>(tail);
                  tail.clear();
                  upTo = appended;
                }
                write(group);
                synchronized (this) {
                  forcing = false;
                  forced = upTo; // BUG: SplitCriticalSection
                  notifyAll();
                }
              }

              abstract void write(List<String> group);
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whatWasTakenIsGivenBack() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;

            class Writer {
              int lines;
            }

            class Pool {
              private final List<Writer> free = new ArrayList<>();

              synchronized Writer borrow() {
                return free.isEmpty() ? new Writer() : free.remove(free.size() - 1);
              }

              synchronized void giveBack(Writer writer) {
                free.add(writer);
              }
            }

            class Index {
              private final Pool pool = new Pool();

              void update(String line) {
                Writer writer = pool.borrow();
                try {
                  System.out.println(line);
                } finally {
                  pool.giveBack(writer);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
