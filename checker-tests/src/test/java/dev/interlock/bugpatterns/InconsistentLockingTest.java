package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Locks that do not keep apart what they should, and unusual ones that do. */
final class InconsistentLockingTest {

  @Test
  void allInstrumentsLockTheMutexThatTheyWereGiven() {
    CheckTester.of(
            """
            package metrics;

            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            public class Metrics {
              private final Map<String, Long> totals = new HashMap<>();
              private final Lock mutex = new ReentrantLock();

              public Counter counter(String name) {
                return new Counter(totals, mutex, name);
              }

              public static final class Counter {
                private final Lock mutex;
                private final Map<String, Long> totals;
                private final String name;

                private Counter(Map<String, Long> totals, Lock mutex, String name) {
                  this.totals = totals;
                  this.mutex = mutex;
                  this.name = name;
                }

                public void increment() {
                  mutex.lock();
                  try {
                    totals.merge(name, 1L, Long::sum);
                  } finally {
                    mutex.unlock();
                  }
                }
              }
            }
            """,
            """
            package server;

            import java.util.concurrent.ExecutorService;
            import metrics.Metrics;

            class Server {
              private final Metrics metrics = new Metrics();
              private final Metrics.Counter requests = metrics.counter("requests");
              private final Metrics.Counter failures = metrics.counter("failures");

              void serve(ExecutorService workers) {
                workers.execute(() -> requests.increment());
                workers.execute(() -> failures.increment());
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void taskThatLocksItself() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Pier {
              private int boats;

              void open(ExecutorService gates, int n) {
                for (int i = 0; i < n; i++) {
                  gates.execute(new Gate());
                }
              }

              private final class Gate implements Runnable {
                @Override
                public synchronized void run() {
                  boats++; // BUG: InconsistentLocking
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void taskThatLocksTheObjectAroundIt() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Pier {
              private int boats;

              void open(ExecutorService gates, int n) {
                for (int i = 0; i < n; i++) {
                  gates.execute(new Gate());
                }
              }

              private final class Gate implements Runnable {
                @Override
                public void run() {
                  synchronized (Pier.this) {
                    boats++;
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void instanceLockForStaticData() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class License {
              private static int sold;

              void sell(ExecutorService shops) {
                shops.execute(
                    () -> {
                      synchronized (this) {
                        sold++; // BUG: InconsistentLocking
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void classLockForStaticData() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class License {
              private static int sold;

              void sell(ExecutorService shops) {
                shops.execute(
                    () -> {
                      synchronized (License.class) {
                        sold++;
                      }
                    });
                shops.execute(License::count);
              }

              private static synchronized void count() {
                sold++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void freshLockKeepsNobodyOut() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Turnstile {
              private int passages;

              void pass(ExecutorService sensors) {
                sensors.execute(
                    () -> {
                      synchronized (new Object()) {
                        passages++; // BUG: InconsistentLocking
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void otherLockThanTheOtherAccessesHold() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Bakery {
              private final Object phone = new Object();
              private final Object web = new Object();
              private int orders;

              void open(ExecutorService pool) {
                pool.execute(this::byPhone);
                pool.execute(this::byWeb);
              }

              private void byPhone() {
                synchronized (phone) {
                  orders++; // BUG: InconsistentLocking
                }
              }

              private void byWeb() {
                synchronized (web) {
                  orders++; // BUG: InconsistentLocking
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockThatOneAccessDoesNotTake() {
    CheckTester.of(
            """
            class Manifest {
              private final Object lock = new Object();
              private double metres;

              void embark(double length) {
                synchronized (lock) {
                  metres += length;
                }
              }

              void rebook(double from, double to) {
                synchronized (lock) {
                  metres += to - from;
                }
              }

              void disembark(double length) {
                metres -= length; // BUG: InconsistentLocking
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockThatIsReachedByAnAliasOrAGetter() {
    CheckTester.of(
            """
            class Manifest {
              private final Object lock = new Object();
              private double metres;

              void embark(double length) {
                synchronized (lock) {
                  metres += length;
                }
              }

              void rebook(double from, double to) {
                Object mutex = lock;
                synchronized (mutex) {
                  metres += to - from;
                }
              }

              void disembark(double length) {
                synchronized (lock()) {
                  metres -= length;
                }
              }

              private Object lock() {
                return lock;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void readLockDoesNotProtectAWrite() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.locks.ReadWriteLock;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Herbs {
              private final ReadWriteLock lock = new ReentrantReadWriteLock();
              private int lookups;
              private int changes;

              void look(ExecutorService readers) {
                readers.execute(
                    () -> {
                      lock.readLock().lock();
                      try {
                        lookups++; // BUG: InconsistentLocking
                      } finally {
                        lock.readLock().unlock();
                      }
                    });
              }

              void change(ExecutorService writers) {
                writers.execute(
                    () -> {
                      lock.writeLock().lock();
                      try {
                        changes++;
                      } finally {
                        lock.writeLock().unlock();
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void monitorOfALockIsNotTheLock() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Toll {
              private final Lock lock = new ReentrantLock();
              private int cents;

              void open(ExecutorService booths) {
                booths.execute(this::pay);
                booths.execute(this::refund);
              }

              private void pay() {
                lock.lock();
                try {
                  cents += 100; // BUG: InconsistentLocking
                } finally {
                  lock.unlock();
                }
              }

              private void refund() {
                synchronized (lock) {
                  cents -= 100; // BUG: InconsistentLocking
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void oneLockForTheMapAndOneForEachKey() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.locks.ReentrantLock;

            class Loading {
              private final Map<String, String> entries = new HashMap<>();
              private final Map<String, ReentrantLock> keys = new ConcurrentHashMap<>();

              String get(String key) {
                ReentrantLock lock = keys.computeIfAbsent(key, k -> new ReentrantLock());
                lock.lock();
                try {
                  String value;
                  synchronized (entries) {
                    value = entries.get(key);
                  }
                  if (value == null) {
                    value = key.trim();
                    synchronized (entries) {
                      entries.put(key, value);
                    }
                  }
                  return value;
                } finally {
                  lock.unlock();
                }
              }

              void drop(String key) {
                ReentrantLock lock = keys.computeIfAbsent(key, k -> new ReentrantLock());
                lock.lock();
                try {
                  entries.remove(key); // BUG: InconsistentLocking
                } finally {
                  lock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void plainWriteThatAnyoneMayMakeOverwritesWhatIsCountedUnderALock() {
    CheckTester.of(
            """
            class Sequence {
              private long next;
              private long spare;

              synchronized long next() {
                return next++;
              }

              synchronized long spare() {
                return spare++;
              }

              void restart() {
                next = 0; // BUG: InconsistentLocking
              }

              synchronized void forget() {
                spare = 0;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void monitorThatTheUpdateItselfReplaces() {
    CheckTester.of(
            """
            import java.util.Arrays;
            import java.util.concurrent.ExecutorService;

            class Ballots {
              private String cast = "";
              private String[] names = new String[0];

              void vote(ExecutorService scanners, String name) {
                scanners.execute(
                    () -> {
                      synchronized (cast) {
                        cast = cast + name; // BUG: InconsistentLocking
                      }
                      synchronized (names) {
                        String[] longer = Arrays.copyOf(names, names.length + 1);
                        longer[names.length] = name;
                        names = longer; // BUG: InconsistentLocking
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void monitorThatStays() {
    CheckTester.of(
            """
            import java.util.Arrays;
            import java.util.concurrent.ExecutorService;

            class Ballots {
              private final Object seal = new Object();
              private Integer cast = 0;
              private String[] names = new String[0];
              private final int[] perParty = new int[8];

              void vote(ExecutorService scanners, String name) {
                scanners.execute(
                    () -> {
                      synchronized (seal) {
                        cast++;
                        String[] longer = Arrays.copyOf(names, names.length + 1);
                        longer[names.length] = name;
                        names = longer;
                      }
                      synchronized (perParty) {
                        perParty[name.length() % 8]++;
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void listThatIsReplacedWhileItIsTheMonitor() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class Playlist {
              private List<String> wishes = new ArrayList<>();

              void open(ExecutorService phones, String song) {
                phones.execute(() -> wish(song));
                phones.execute(this::newHour);
              }

              private void wish(String song) {
                synchronized (wishes) {
                  wishes.add(song);
                }
              }

              private List<String> newHour() {
                synchronized (wishes) {
                  List<String> old = wishes;
                  wishes = new ArrayList<>(); // BUG: InconsistentLocking
                  return old;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void classObjectOfWhicheverSubclassItIs() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            abstract class Sensor {
              private static int alarms;

              void poll(ExecutorService pool) {
                pool.execute(
                    () -> {
                      synchronized (getClass()) {
                        alarms++; // BUG: InconsistentLocking
                      }
                    });
              }
            }

            class Level extends Sensor {}

            class Flow extends Sensor {}

            final class Rain {
              private static int drops;

              void poll(ExecutorService pool) {
                pool.execute(
                    () -> {
                      synchronized (getClass()) {
                        drops++;
                      }
                    });
                pool.execute(
                    () -> {
                      synchronized (Rain.class) {
                        drops++;
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void getterThatMakesALockForEachCaller() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Subtitles {
              private final Lock styleLock = new ReentrantLock();
              private int styles;
              private int reviews;

              private Lock styleLock() {
                return styleLock;
              }

              private Lock reviewLock() {
                return new ReentrantLock();
              }

              void edit(ExecutorService translators) {
                translators.execute(this::style);
                translators.execute(this::review);
                translators.execute(this::style);
                translators.execute(this::review);
              }

              private void style() {
                Lock lock = styleLock();
                lock.lock();
                try {
                  styles++;
                } finally {
                  lock.unlock();
                }
              }

              private void review() {
                Lock lock = reviewLock();
                lock.lock();
                try {
                  reviews++; // BUG: InconsistentLocking
                } finally {
                  lock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void internedStringGuardsWhatItSelectsAndNothingElse() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ExecutorService;

            class Parties {
              private final Map<String, Integer> votes = new ConcurrentHashMap<>();
              private int all;

              void count(ExecutorService scanners, String party) {
                scanners.execute(
                    () -> {
                      synchronized (party.intern()) {
                        Integer before = votes.get(party);
                        votes.put(party, before == null ? 1 : before + 1);
                        all++; // BUG: InconsistentLocking
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void oneLockOfManyGuardsNothingThatAllHaveInCommon() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Wallets {
              private final Lock[] stripes = {new ReentrantLock(), new ReentrantLock()};
              private final long[] balances = new long[100];
              private long fees;

              void charge(ExecutorService pool, int wallets) {
                for (int i = 0; i < wallets; i++) {
                  int wallet = i;
                  pool.execute(() -> charge(wallet));
                  pool.execute(() -> charge(wallet));
                }
              }

              private void charge(int wallet) {
                Lock lock = stripes[wallet % 2];
                lock.lock();
                try {
                  balances[wallet]--;
                  fees++; // BUG: InconsistentLocking
                } finally {
                  lock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void containerThatIsReplacedWithoutTheLockThatGuardsItsContent() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.ExecutorService;

            class Meter {
              private Map<String, Integer> zones = new HashMap<>();
              private Map<String, Integer> days = new HashMap<>();

              void serve(ExecutorService cars, String zone) {
                cars.execute(() -> pay(zone));
                cars.execute(this::empty);
              }

              private synchronized void pay(String zone) {
                zones.merge(zone, 1, Integer::sum);
                days.merge(zone, 1, Integer::sum);
              }

              private void empty() {
                zones = new HashMap<>(); // BUG: InconsistentLocking
                synchronized (this) {
                  days = new HashMap<>();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void functionInsideAnAtomicUpdateHasOnlyTheElementToItself() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ExecutorService;

            class Trends {
              private final Map<String, int[]> hits = new ConcurrentHashMap<>();
              private int phrases;

              void search(ExecutorService web, Map<String, String> queries) {
                queries.forEach((phrase, user) -> web.execute(() -> search(phrase)));
              }

              private void search(String phrase) {
                hits.computeIfAbsent(
                    phrase,
                    p -> {
                      phrases++; // BUG: UnsafeReadModifyWrite
                      return new int[1];
                    });
                hits.computeIfPresent(
                    phrase,
                    (p, count) -> {
                      count[0]++;
                      return count;
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void guardThatTheDeclarationNames() {
    CheckTester.of(
            """
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Elevator {
              private final Lock lock = new ReentrantLock();
              private final ReentrantReadWriteLock both = new ReentrantReadWriteLock();
              private static final Object ALL = new Object();

              @GuardedBy("this") private int cycles;

              @GuardedBy("lock") private int trips;

              @GuardedBy("both.writeLock()") private int stops;

              @GuardedBy("Elevator.ALL") private static int everywhere;

              @GuardedBy("Elevator.class") private static int buildings;

              @GuardedBy("getLock()") private int doors;

              Lock getLock() {
                return lock;
              }

              synchronized void right() {
                cycles++;
                lock.lock();
                try {
                  trips++;
                  doors++;
                  departed();
                } finally {
                  lock.unlock();
                }
                both.writeLock().lock();
                try {
                  stops++;
                } finally {
                  both.writeLock().unlock();
                }
                synchronized (ALL) {
                  everywhere++;
                }
                synchronized (Elevator.class) {
                  buildings++;
                }
              }

              @GuardedBy("lock")
              void departed() {
                trips++;
              }

              void wrong() {
                lock.lock();
                try {
                  cycles++; // BUG: InconsistentLocking
                  stops++; // BUG: InconsistentLocking
                } finally {
                  lock.unlock();
                }
                synchronized (this) {
                  trips++; // BUG: InconsistentLocking
                  doors++; // BUG: InconsistentLocking
                  everywhere++; // BUG: InconsistentLocking
                  buildings++; // BUG: InconsistentLocking
                }
              }

              void none() {
                trips++; // BUG: UnsafeReadModifyWrite
              }
            }
            """,
            """
            import java.lang.annotation.Retention;
            import java.lang.annotation.RetentionPolicy;

            @Retention(RetentionPolicy.SOURCE)
            @interface GuardedBy {
              String value();
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void guardOfTheObjectAroundOrOfTheContainerItself() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;

            class House {
              private final Object lock = new Object();

              class Floor {
                @GuardedBy("House.this.lock") private int lights;

                @GuardedBy("itself") private final Map<String, Integer> rooms = new HashMap<>();

                void right(String room) {
                  synchronized (lock) {
                    lights++;
                  }
                  synchronized (rooms) {
                    rooms.merge(room, 1, Integer::sum);
                  }
                }

                synchronized void wrong(String room) {
                  lights++; // BUG: InconsistentLocking
                  rooms.merge(room, 1, Integer::sum); // BUG: InconsistentLocking
                }
              }
            }
            """,
            """
            import java.lang.annotation.Retention;
            import java.lang.annotation.RetentionPolicy;

            @Retention(RetentionPolicy.SOURCE)
            @interface GuardedBy {
              String value();
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockOfTheUserAroundAMapThatLocksItself() {
    CheckTester.of(
            """
            import java.util.Collections;
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.ExecutorService;

            class Crib {
              private final Map<String, Integer> shelf = Collections.synchronizedMap(new HashMap<>());
              private final Map<String, Integer> drawer = Collections.synchronizedMap(new HashMap<>());

              void open(ExecutorService workers, String tool) {
                workers.execute(() -> lend(tool));
                workers.execute(() -> shelf.merge(tool, 1, Integer::sum));
                workers.execute(() -> drawer.merge(tool, 1, Integer::sum));
              }

              private void lend(String tool) {
                synchronized (this) {
                  int left = shelf.getOrDefault(tool, 0);
                  shelf.put(tool, left - 1); // BUG: InconsistentLocking
                }
                synchronized (drawer) {
                  int left = drawer.getOrDefault(tool, 0);
                  drawer.put(tool, left - 1);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockThatOnlySomeCallersHappenToHold() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Boats {
              private final Object gate = new Object();
              private final Object head = new Object();
              private int length;

              void morning(ExecutorService skippers) {
                skippers.execute(() -> grow(1));
                skippers.execute(this::pass);
                skippers.execute(this::joinFast);
              }

              private void pass() {
                synchronized (head) {
                  grow(-1);
                }
              }

              private void grow(int by) {
                synchronized (gate) {
                  length += by; // BUG: InconsistentLocking
                }
              }

              private void joinFast() {
                synchronized (head) {
                  length++; // BUG: InconsistentLocking
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
