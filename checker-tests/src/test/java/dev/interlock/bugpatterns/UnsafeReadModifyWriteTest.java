package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Forms of reading and writing back: which are lost updates, and which cannot be. */
final class UnsafeReadModifyWriteTest {

  @Test
  void incrementAndDecrementAreTwoSteps() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Turnstile {
              private final ExecutorService sensors;
              private int inside;
              private long passages;

              Turnstile(ExecutorService sensors) {
                this.sensors = sensors;
              }

              void onEnter() {
                sensors.execute(
                    () -> {
                      inside++; // BUG: UnsafeReadModifyWrite
                      ++passages; // BUG: UnsafeReadModifyWrite
                    });
              }

              void onLeave() {
                sensors.execute(() -> inside--); // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void incrementOfALocalVariableIsNobodyElsesBusiness() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class WordCounter {
              void count(ExecutorService pool, List<String> pages) {
                for (String page : pages) {
                  pool.execute(
                      () -> {
                        int words = 0;
                        for (String word : page.split(" ")) {
                          words++;
                        }
                        System.out.println(words);
                      });
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void everyCompoundAssignmentIsTwoSteps() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Mixer {
              private int sum;
              private int product = 1;
              private int bits;
              private long shifted = 1;
              private double mean;
              private String log = "";
              private boolean failed;

              void mix(ExecutorService pool, int sample) {
                pool.submit(
                    () -> {
                      sum += sample; // BUG: UnsafeReadModifyWrite
                      product *= sample; // BUG: UnsafeReadModifyWrite
                      bits |= 1 << sample; // BUG: UnsafeReadModifyWrite
                      shifted <<= 1; // BUG: UnsafeReadModifyWrite
                      mean -= sample / 8.0; // BUG: UnsafeReadModifyWrite
                      log += sample; // BUG: UnsafeReadModifyWrite
                      failed |= sample < 0; // BUG: UnsafeReadModifyWrite
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void plainAssignmentOfANewValueLosesNothingThatWasRead() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Thermometer {
              private volatile int last;

              void measure(ExecutorService pool, int celsius) {
                pool.submit(() -> last = celsius * 9 / 5 + 32);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void assignmentOfAValueComputedFromTheOldOneIsTwoSteps() {
    CheckTester.of(
            """
            import java.math.BigDecimal;
            import java.util.concurrent.ExecutorService;

            class CashDesk {
              private BigDecimal total = BigDecimal.ZERO;
              private Integer receipts = 0;
              private int dearest;
              private String journal = "";

              void sell(ExecutorService tills, BigDecimal price, int cents) {
                tills.execute(
                    () -> {
                      total = total.add(price); // BUG: UnsafeReadModifyWrite
                      receipts = receipts + 1; // BUG: UnsafeReadModifyWrite
                      dearest = Math.max(dearest, cents); // BUG: UnsafeReadModifyWrite
                      journal = journal.concat(price.toString()); // BUG: UnsafeReadModifyWrite
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void readAndWriteMayBeStatementsApart() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Album {
              private int photos;

              void add(ExecutorService uploaders, Runnable upload) {
                uploaders.execute(
                    () -> {
                      int before = photos;
                      upload.run();
                      int after = before + 1;
                      photos = after; // BUG: UnsafeReadModifyWrite
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void locationMayBeReachedByAPath() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Albums {
              private final Album[] albums = {new Album()};
              private final Statistics statistics = new Statistics();
              private final int[] hours = new int[24];

              void open(ExecutorService pool, int i, int hour) {
                pool.execute(
                    () -> {
                      albums[i].views++; // BUG: UnsafeReadModifyWrite
                      this.statistics.hits++; // BUG: UnsafeReadModifyWrite
                      hours[hour]++; // BUG: UnsafeReadModifyWrite
                    });
              }

              private static final class Album {
                int views;
              }

              private static final class Statistics {
                int hits;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void eachTaskMayHaveAnElementOfItsOwn() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Histogram {
              void count(ExecutorService pool, int[][] samples, int workers) {
                int[] totals = new int[workers];
                for (int worker = 0; worker < workers; worker++) {
                  int mine = worker;
                  pool.execute(
                      () -> {
                        for (int sample : samples[mine]) {
                          totals[mine] += sample;
                        }
                      });
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void capturedArrayOfOneIsAVariableThatAllTasksShare() {
    CheckTester.of(
            """
            import java.util.List;

            class Census {
              int adults(List<Integer> ages) {
                int[] adults = {0};
                ages.parallelStream()
                    .forEach(
                        age -> {
                          if (age >= 18) {
                            adults[0]++; // BUG: UnsafeReadModifyWrite
                          }
                        });
                return adults[0];
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void sequentialStreamRunsItsLambdaInPlace() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.Optional;

            class Census {
              private int households;

              int adults(List<Integer> ages, Optional<String> household) {
                int[] adults = {0};
                ages.stream().filter(age -> age >= 18).forEach(age -> adults[0]++);
                ages.forEach(age -> adults[0]++);
                household.ifPresent(name -> households++);
                return adults[0];
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void getterAndSetterAreTwoSteps() {
    CheckTester.of(
            """
            class Account {
              private long cents;

              long getCents() {
                return cents;
              }

              void setCents(long cents) {
                this.cents = cents;
              }
            }
            """,
            """
            import java.util.concurrent.ExecutorService;

            class Bank {
              private final Account fees = new Account();

              void charge(ExecutorService pool, long fee) {
                pool.execute(() -> fees.setCents(fees.getCents() + fee)); // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void volatileChangesNothingAboutAtomicity() {
    CheckTester.of(
            """
            class Visits {
              private volatile long count;

              void visit() {
                count++; // BUG: UnsafeReadModifyWrite
              }

              long count() {
                return count;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void volatileForTheReadersWithAllWritersUnderOneLockIsSafe() {
    CheckTester.of(
            """
            class Visits {
              private volatile long count;

              synchronized void visit() {
                count++;
              }

              synchronized void visits(long more) {
                count += more;
              }

              long count() {
                return count;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void staticFieldIsSharedByAllThatRunsInParallel() {
    CheckTester.of(
            """
            import java.util.concurrent.CompletableFuture;

            class Tickets {
              private static int issued;

              CompletableFuture<Integer> issue() {
                return CompletableFuture.supplyAsync(() -> ++issued); // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  // ---- where concurrency comes from

  @Test
  void threadOfItsOwn() {
    CheckTester.of(
            """
            class Sirens {
              private int wailing;

              void alarm(int sirens) {
                for (int i = 0; i < sirens; i++) {
                  new Thread(() -> wailing++).start(); // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void oneThreadThatIsJoinedBeforeTheNextAccess() {
    CheckTester.of(
            """
            class Siren {
              private int wailing;

              int alarm() throws InterruptedException {
                Thread siren = new Thread(() -> wailing++);
                siren.start();
                siren.join();
                wailing++;
                return wailing;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void subclassOfThread() {
    CheckTester.of(
            """
            class Crawler {
              private int pages;

              void crawl(int workers) {
                for (int i = 0; i < workers; i++) {
                  new Worker().start();
                }
              }

              private final class Worker extends Thread {
                @Override
                public void run() {
                  pages++; // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void namedRunnableWithStateOfItsOwn() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Crawler {
              void crawl(ExecutorService pool, int workers) {
                for (int i = 0; i < workers; i++) {
                  pool.execute(new Job());
                }
              }

              private static final class Job implements Runnable {
                private int pages;

                @Override
                public void run() {
                  pages++;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void namedRunnableGivenToSeveralThreads() {
    CheckTester.of(
            """
            class Crawler {
              void crawl() {
                Job job = new Job();
                new Thread(job).start();
                new Thread(job).start();
              }

              private static final class Job implements Runnable {
                private int pages;

                @Override
                public void run() {
                  pages++; // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void anonymousCallable() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.Callable;
            import java.util.concurrent.ExecutorService;

            class Survey {
              private int answers;

              void ask(ExecutorService pool, List<String> people) throws InterruptedException {
                List<Callable<Integer>> calls = new ArrayList<>();
                for (String person : people) {
                  calls.add(
                      new Callable<Integer>() {
                        @Override
                        public Integer call() {
                          answers += person.length(); // BUG: UnsafeReadModifyWrite
                          return answers;
                        }
                      });
                }
                pool.invokeAll(calls);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void methodReference() {
    CheckTester.of(
            """
            import java.util.concurrent.ForkJoinPool;

            class Meter {
              private int ticks;

              void measure(ForkJoinPool pool, int times) {
                for (int i = 0; i < times; i++) {
                  pool.execute(this::tick);
                }
              }

              private void tick() {
                ticks++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void timerRunsItsTasksOneAfterTheOther() {
    CheckTester.of(
            """
            import java.util.Timer;
            import java.util.TimerTask;

            class Clock {
              private final Timer timer = new Timer();
              private int seconds;
              private int minutes;

              void start() {
                timer.schedule(
                    new TimerTask() {
                      @Override
                      public void run() {
                        seconds++;
                      }
                    },
                    0,
                    1_000);
                timer.schedule(
                    new TimerTask() {
                      @Override
                      public void run() {
                        minutes++;
                      }
                    },
                    0,
                    60_000);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void timerAgainstAMethodThatOthersCall() {
    CheckTester.of(
            """
            import java.util.Timer;
            import java.util.TimerTask;

            class Watchdog {
              private final Timer timer = new Timer();
              private int missed;

              void start() {
                timer.schedule(
                    new TimerTask() {
                      @Override
                      public void run() {
                        missed++; // BUG: UnsafeReadModifyWrite
                      }
                    },
                    0,
                    1_000);
              }

              void heartbeat() {
                missed = 0;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void singleThreadExecutorRunsItsTasksOneAfterTheOther() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Journal {
              private final ExecutorService writer = Executors.newSingleThreadExecutor();
              private long entries;

              void append() {
                writer.execute(() -> entries++);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void schedulesOfALargerPoolOverlapEachOther() {
    CheckTester.of(
            """
            import java.util.concurrent.Executors;
            import java.util.concurrent.ScheduledExecutorService;
            import java.util.concurrent.TimeUnit;

            class Budget {
              private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(4);
              private int tokens;

              void start() {
                pool.scheduleAtFixedRate(this::refill, 0, 1, TimeUnit.SECONDS);
                pool.scheduleAtFixedRate(this::spend, 0, 2, TimeUnit.SECONDS);
              }

              private void refill() {
                tokens += 10; // BUG: UnsafeReadModifyWrite
              }

              private void spend() {
                tokens--; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void wayToTheUpdateMayLeadThroughOtherFiles() {
    CheckTester.of(
            """
            package shop.http;

            import java.util.concurrent.ExecutorService;
            import shop.stats.RetryManager;

            public final class Gateway {
              private final RetryManager retries = new RetryManager();
              private final ExecutorService workers;

              public Gateway(ExecutorService workers) {
                this.workers = workers;
              }

              public void send(Runnable request) {
                workers.execute(
                    () -> {
                      request.run();
                      retries.recordSuccess();
                    });
              }
            }
            """,
            """
            package shop.stats;

            public final class RetryManager {
              private final Totals totals = new Totals();

              public void recordSuccess() {
                totals.add(1);
              }
            }
            """,
            """
            package shop.stats;

            final class Totals {
              private long successes;

              void add(int more) {
                successes += more; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void wayThroughOtherFilesMayPassALock() {
    CheckTester.of(
            """
            package shop.http;

            import java.util.concurrent.ExecutorService;
            import shop.stats.RetryManager;

            public final class Gateway {
              private final RetryManager retries = new RetryManager();
              private final ExecutorService workers;

              public Gateway(ExecutorService workers) {
                this.workers = workers;
              }

              public void send(Runnable request) {
                workers.execute(
                    () -> {
                      request.run();
                      retries.recordSuccess();
                    });
              }
            }
            """,
            """
            package shop.stats;

            public final class RetryManager {
              private final Totals totals = new Totals();

              public synchronized void recordSuccess() {
                totals.add(1);
              }
            }
            """,
            """
            package shop.stats;

            final class Totals {
              private long successes;

              void add(int more) {
                successes += more;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  // ---- what protects

  @Test
  void synchronizedMethodAndBlock() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Turnstile {
              private final Object lock = new Object();
              private int inside;
              private int passages;

              void onEnter(ExecutorService sensors) {
                sensors.execute(this::enter);
                sensors.execute(
                    () -> {
                      synchronized (lock) {
                        passages++;
                      }
                    });
              }

              private synchronized void enter() {
                inside++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void explicitLockHeldOnEveryPath() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Turnstile {
              private final Lock lock = new ReentrantLock();
              private int inside;

              void onEnter(ExecutorService sensors, boolean group, int people) {
                sensors.execute(
                    () -> {
                      lock.lock();
                      try {
                        if (group) {
                          inside += people;
                        } else {
                          inside++;
                        }
                      } finally {
                        lock.unlock();
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void explicitLockThatOnePathDoesNotTake() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Turnstile {
              private final Lock lock = new ReentrantLock();
              private int inside;

              void onEnter(ExecutorService sensors, boolean group, int people) {
                sensors.execute(
                    () -> {
                      if (group) {
                        lock.lock();
                      }
                      inside += people; // BUG: UnsafeReadModifyWrite
                      if (group) {
                        lock.unlock();
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockHeldByAllCallersOfAPrivateMethod() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Stock {
              private int items;

              void deliver(ExecutorService pool) {
                pool.execute(
                    () -> {
                      synchronized (this) {
                        add(10);
                      }
                    });
              }

              synchronized void giveBack() {
                add(1);
              }

              private void add(int more) {
                items += more;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lambdaThatRunsInPlaceKeepsTheLocksAroundIt() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class Stock {
              private int items;

              void deliver(ExecutorService pool, List<Integer> boxes) {
                pool.execute(
                    () -> {
                      synchronized (this) {
                        boxes.forEach(box -> items += box);
                        times(3, () -> items++);
                      }
                    });
              }

              private static void times(int n, Runnable action) {
                for (int i = 0; i < n; i++) {
                  action.run();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  // ---- what is not shared

  @Test
  void objectThatTheTaskMakesItself() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class Report {
              void write(ExecutorService pool, List<String> lines) {
                pool.execute(
                    () -> {
                      Totals totals = new Totals();
                      for (String line : lines) {
                        totals.add(line.length());
                      }
                      System.out.println(totals.characters);
                    });
              }

              private static final class Totals {
                int characters;

                void add(int more) {
                  characters += more;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void valueOfAThreadLocal() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Tracing {
              private static final ThreadLocal<Span> CURRENT = ThreadLocal.withInitial(Span::new);

              void run(ExecutorService pool) {
                pool.execute(() -> CURRENT.get().depth++);
              }

              private static final class Span {
                int depth;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void constructorBeforeItsObjectEscapes() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class Index {
              private int words;

              Index(List<String> lines) {
                for (String line : lines) {
                  words += line.split(" ").length;
                }
              }

              static void build(ExecutorService pool, List<String> lines) {
                pool.execute(() -> System.out.println(new Index(lines).words));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void launcherThatGoesOnBeforeItsTaskHasEnded() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Future;

            class Race {
              private int penalties;
              private int finished;

              private void harbourRun(String crew) throws InterruptedException {
                Thread boat = new Thread(() -> penalties += crew.length()); // BUG: UnsafeReadModifyWrite
                boat.start();
                penalties++; // BUG: UnsafeReadModifyWrite
                boat.join();
                penalties++;
              }

              private void timeTrial(String crew) throws InterruptedException {
                finished++;
                Thread boat = new Thread(() -> finished += crew.length());
                boat.start();
                boat.join();
                finished++;
              }

              static void regatta() throws InterruptedException {
                Race race = new Race();
                race.timeTrial("Cygnet");
                race.harbourRun("Heron");
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void elementThatIsPreparedBeforeItsTaskIsLaunched() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Grinder {
              double[] grind(ExecutorService pool, int count) {
                double[] lenses = new double[count];
                for (int i = 0; i < count; i++) {
                  int slot = i;
                  lenses[slot] = 1.0;
                  pool.execute(() -> lenses[slot] *= 0.9);
                }
                return lenses;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void helperThatWaitsForTheTasksItLaunches() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.CountDownLatch;
            import java.util.concurrent.ExecutorService;

            class Dyer {
              private int dyed;

              private void dye(ExecutorService pool, List<String> skeins) throws InterruptedException {
                eachAtOnce(pool, skeins, () -> dyed++); // BUG: UnsafeReadModifyWrite
                dyed /= 2;
              }

              private static void eachAtOnce(ExecutorService pool, List<String> items, Runnable body)
                  throws InterruptedException {
                CountDownLatch done = new CountDownLatch(items.size());
                for (String item : items) {
                  pool.execute(
                      () -> {
                        body.run();
                        done.countDown();
                      });
                }
                done.await();
              }

              static void evening(ExecutorService pool, List<String> skeins) throws InterruptedException {
                new Dyer().dye(pool, skeins);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadsThatMeetAtABarrierOverlapInBetween() {
    CheckTester.of(
            """
            import java.util.concurrent.CyclicBarrier;

            class Glacier {
              private final double[] flow = new double[8];
              private final CyclicBarrier barrier = new CyclicBarrier(8);
              private int arrivals;
              private int steps;

              void run() {
                for (int i = 0; i < 8; i++) {
                  int column = i;
                  new Thread(() -> move(column, 10)).start();
                }
              }

              private void move(int column, int rounds) {
                try {
                  for (int round = 0; round < rounds; round++) {
                    flow[column] += 0.1;
                    barrier.await();
                    arrivals++; // BUG: UnsafeReadModifyWrite
                    if (column == 0) {
                      steps++;
                    }
                    barrier.await();
                  }
                } catch (Exception e) {
                  Thread.currentThread().interrupt();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockOfAHelperThatOnlyLaunches() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Orchard {
              private int weighed;
              private int invoices;

              void pick(ExecutorService pickers, ExecutorService office) {
                pickers.execute(() -> now(() -> weighed++));
                pickers.execute(() -> later(office, () -> invoices++)); // BUG: UnsafeReadModifyWrite
              }

              private synchronized void now(Runnable action) {
                action.run();
              }

              private synchronized void later(ExecutorService office, Runnable action) {
                office.execute(action);
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
