package dev.interlock.bugpatterns;

import static com.google.common.truth.Truth.assertThat;
import static dev.interlock.bugpatterns.Messages.messageFor;

import org.junit.jupiter.api.Test;

/** The whole text of messages: one per kind of finding. */
final class MessageTest {

  @Test
  void readModifyWrite() {
    assertThat(
            messageFor(
                """
                import java.util.List;
                import java.util.concurrent.ExecutorService;

                class AlbumCounter {
                  private int count;

                  void uploadAll(ExecutorService uploaders, List<Runnable> photos) {
                    for (Runnable photo : photos) {
                      uploaders.submit(() -> upload(photo));
                    }
                  }

                  private void upload(Runnable photo) {
                    int current = count;
                    photo.run();
                    count = current + 1;
                  }
                }
                """))
        .isEqualTo(
            """
            [UnsafeReadModifyWrite] 'count' is read and written back in two steps by tasks that run in parallel; concurrent updates are lost
              Thread A: a task launched by uploaders.submit(...) (line 9), running upload(), no lock held
              Thread B: another run of the same task, no lock held
                A reads   int current = count  line 14
                B writes  count = current + 1  line 16
                A writes  count = current + 1  line 16: overwrites what B wrote
              Make 'count' an AtomicInteger and use updateAndGet(), or hold one lock around all code that uses it.
              Fix: Make 'count' an AtomicInteger, or guard 'count' by one lock
                (see https://github.com/interlock-dev/interlock/blob/main/docs/checks/UnsafeReadModifyWrite.md)\
            """);
  }

  @Test
  void updateThatCollidesWithAnotherWrite() {
    assertThat(
            messageFor(
                """
                import java.util.List;
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
                            check();
                          }
                        },
                        0,
                        1_000);
                  }

                  private void check() {
                    missed++;
                  }

                  void heartbeat() {
                    missed = 0;
                  }
                }
                """))
        .isEqualTo(
            """
            [UnsafeReadModifyWrite] 'missed' is read and written back in two steps while heartbeat() changes it; concurrent updates are lost
              Thread A: a periodic task launched by timer.schedule(...) (line 10), running run() -> check(), no lock held
              Thread B: a call of heartbeat() (line 25), no lock held
                A reads   missed      line 22
                B writes  missed = 0  line 26
                A writes  missed++    line 22: overwrites what B wrote
              Make 'missed' an AtomicInteger and use incrementAndGet(), or hold one lock around all code that uses it.
              Fix: Make 'missed' an AtomicInteger, or guard 'missed' by one lock
                (see https://github.com/interlock-dev/interlock/blob/main/docs/checks/UnsafeReadModifyWrite.md)\
            """);
  }

  @Test
  void atomicVariableUsedInTwoSteps() {
    assertThat(
            messageFor(
                """
                import java.util.concurrent.ExecutorService;
                import java.util.concurrent.atomic.AtomicLong;

                class LoadShedder {
                  private final AtomicLong smoothed = new AtomicLong();

                  void observe(ExecutorService workers, long nanos) {
                    workers.execute(
                        () -> {
                          long before = smoothed.get();
                          smoothed.set(before + (nanos - before) / 8);
                        });
                  }
                }
                """))
        .isEqualTo(
            """
            [AtomicGetThenSet] 'smoothed' is atomic, but get() and set() are two steps, called by parallel tasks; updates are lost
              Thread A: a task launched by workers.execute(...) (line 8), no lock held
              Thread B: the same task, launched by another call of observe(), no lock held
                A reads   long before = smoothed.get()                 line 10
                B writes  smoothed.set(before + (nanos - before) / 8)  line 11
                A writes  smoothed.set(before + (nanos - before) / 8)  line 11: overwrites what B wrote
              Read and write in one call: updateAndGet(), accumulateAndGet(), or compareAndSet() in a loop.
              Fix: Make the update of 'smoothed' one atomic operation, or guard 'smoothed' by one lock
                (see https://github.com/interlock-dev/interlock/blob/main/docs/checks/AtomicGetThenSet.md)\
            """);
  }

  @Test
  void checkThenAct() {
    assertThat(
            messageFor(
                """
                import java.util.concurrent.ConcurrentHashMap;
                import java.util.concurrent.ConcurrentMap;

                class Orders {
                  private final ConcurrentMap<String, String> byPayment = new ConcurrentHashMap<>();

                  void receive(String payment, String order) {
                    if (!byPayment.containsKey(payment)) {
                      byPayment.put(payment, order);
                    }
                  }
                }
                """))
        .isEqualTo(
            """
            [NonAtomicCheckThenAct] 'byPayment' is thread-safe, but containsKey() and put() are two steps; two threads can pass the check
              Thread A: a call of receive() (line 7), no lock held
              Thread B: another call of receive(), no lock held
                A checks  !byPayment.containsKey(payment)  line 8
                B writes  byPayment.put(payment, order)    line 9
                A writes  byPayment.put(payment, order)    line 9: although the check no longer holds
              Use one operation of the map, putIfAbsent() or computeIfAbsent(), and go by its result, or hold one lock around both
                steps.
              Fix: Make the update of 'byPayment' one atomic operation, or guard 'byPayment' by one lock
                (see https://github.com/interlock-dev/interlock/blob/main/docs/checks/NonAtomicCheckThenAct.md)\
            """);
  }

  @Test
  void changeOfAContainer() {
    assertThat(
            messageFor(
                """
                import java.util.HashMap;
                import java.util.List;
                import java.util.Map;

                class Metrics {
                  private final Map<String, Long> totals = new HashMap<>();

                  void record(List<String> names) {
                    names.parallelStream().forEach(name -> totals.merge(name, 1L, Long::sum));
                  }
                }
                """))
        .isEqualTo(
            """
            [UnguardedCollectionMutation] 'totals', a Map, is not thread-safe, but changed by tasks that run in parallel; concurrent updates are lost
              Thread A: one of the parallel runs of names.parallelStream().forEach(...) (line 9), no lock held
              Thread B: another of the parallel runs, no lock held
                A begins  totals.merge(name, 1L, Long::sum)  line 9
                B runs    totals.merge(name, 1L, Long::sum)  line 9: while A is halfway
                A ends    totals.merge(name, 1L, Long::sum)  line 9: one of the two changes is lost
              Use a ConcurrentHashMap and its merge(), compute() or putIfAbsent(), or hold one lock around all code that uses
                'totals'.
              Fix: Make 'totals' a ConcurrentHashMap, or guard 'totals' by one lock
                (see https://github.com/interlock-dev/interlock/blob/main/docs/checks/UnguardedCollectionMutation.md)\
            """);
  }

  @Test
  void lockThatIsNotTheSameForAll() {
    assertThat(
            messageFor(
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
                      boats++;
                    }
                  }
                }
                """))
        .isEqualTo(
            """
            [InconsistentLocking] 'boats' is updated under 'this', but not every thread locks the same object; concurrent updates are lost
              Thread A: a task launched by gates.execute(...) (line 8), running run(), holding 'this'
              Thread B: another run of the same task, holding 'this'
                A reads   boats    line 15
                B writes  boats++  line 15
                A writes  boats++  line 15: overwrites what B wrote
              Lock one object that all who use 'boats' share: a lock belongs to what it guards.
              Fix: Make 'boats' an AtomicInteger
                (see https://github.com/interlock-dev/interlock/blob/main/docs/checks/InconsistentLocking.md)\
            """);
  }

  @Test
  void lockThatIsMissing() {
    assertThat(
            messageFor(
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
                    metres -= length;
                  }
                }
                """))
        .isEqualTo(
            """
            [InconsistentLocking] 'metres' is updated without 'lock', which its other accesses hold; concurrent updates are lost
              Thread A: a call of disembark() (line 17), no lock held
              Thread B: a call of embark() (line 5), holding 'lock'
                A reads   metres            line 18
                B writes  metres += length  line 7
                A writes  metres -= length  line 18: overwrites what B wrote
              Hold the same lock here as the other accesses of 'metres' do.
              Fix: Hold 'lock', as the other uses do, in every use of 'metres'
                (see https://github.com/interlock-dev/interlock/blob/main/docs/checks/InconsistentLocking.md)\
            """);
  }

  @Test
  void lockGivenUpInBetween() {
    assertThat(
            messageFor(
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
                      litres = after;
                    }
                  }
                }
                """))
        .isEqualTo(
            """
            [SplitCriticalSection] 'litres' is read under 'lock', but the lock is given up before the write; concurrent updates are lost
              Thread A: a call of fill() (line 5), holding 'lock'
              Thread B: another call of fill(), holding 'lock'
                A reads   before = litres  line 8: then gives the lock up
                B writes  litres = after   line 12
                A writes  litres = after   line 12: overwrites what B wrote
              Hold the lock from the read to the write, or read 'litres' anew before writing it.
              Fix: Hold the lock without a break until 'litres' is changed, too
                (see https://github.com/interlock-dev/interlock/blob/main/docs/checks/SplitCriticalSection.md)\
            """);
  }

  @Test
  void twoWritesThatBelongTogether() {
    assertThat(
            messageFor(
                """
                import java.util.HashMap;
                import java.util.Map;

                class PriceCache {
                  private final Object lock = new Object();
                  private final Map<String, Long> prices = new HashMap<>();
                  private final Map<String, Long> totals = new HashMap<>();

                  void set(String product, long cents) {
                    synchronized (lock) {
                      prices.put(product, cents);
                    }
                    synchronized (lock) {
                      totals.remove(product);
                    }
                  }

                  long[] quote(String product) {
                    synchronized (lock) {
                      return new long[] {prices.get(product), totals.get(product)};
                    }
                  }
                }
                """))
        .isEqualTo(
            """
            [SplitCriticalSection] 'prices' and 'totals' are changed under 'lock', but it is given up in between; others see them disagree
              Thread A: a call of set() (line 9), holding 'lock'
              Thread B: any thread that reads both, holding 'lock'
                A writes  prices.put(product, cents)  line 11: then gives the lock up
                B reads   prices, totals              the two do not agree
                A writes  totals.remove(product)      line 14: too late for B
              Change both in one critical section; do what need not be locked before it or after it.
              Fix: Hold the lock without a break until 'prices' and 'totals' is changed, too
                (see https://github.com/interlock-dev/interlock/blob/main/docs/checks/SplitCriticalSection.md)\
            """);
  }

  @Test
  void writeThatOverwritesGuardedUpdates() {
    assertThat(
            messageFor(
                """
                import java.util.concurrent.ExecutorService;

                class ParkingMeter {
                  private final Object lock = new Object();
                  private int cents;

                  void open(ExecutorService connections, int amount) {
                    connections.submit(() -> pay(amount));
                    connections.submit(this::emptied);
                  }

                  private void pay(int amount) {
                    synchronized (lock) {
                      cents += amount;
                    }
                  }

                  private void emptied() {
                    cents = 0;
                  }
                }
                """))
        .isEqualTo(
            """
            [InconsistentLocking] 'cents' is overwritten without 'lock', which its other accesses hold; concurrent updates are lost
              Thread A: a task launched by connections.submit(...) (line 9), running emptied(), no lock held
              Thread B: a task launched by connections.submit(...) (line 8), running pay(), holding 'lock'
                B begins  cents += amount  line 14: reads the old value
                A writes  cents = 0        line 19
                B ends    cents += amount  line 14: overwrites what A wrote
              Hold the same lock here as the other accesses of 'cents' do.
              Fix: Hold 'lock', as the other uses do, in every use of 'cents', or make 'cents' an AtomicInteger
                (see https://github.com/interlock-dev/interlock/blob/main/docs/checks/InconsistentLocking.md)\
            """);
  }
}
