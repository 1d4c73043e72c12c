package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Variables that are read out and then start again. */
final class ReadOutAndResetTest {

  @Test
  void variableThatIsReadOutAndThenResetWhileOthersAddToIt() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.ScheduledExecutorService;
            import java.util.concurrent.TimeUnit;
            import java.util.concurrent.atomic.AtomicLong;
            import java.util.concurrent.atomic.LongAdder;
            import java.util.function.LongConsumer;

            class Turnstile {
              private final LongAdder people = new LongAdder();
              private final AtomicLong children = new AtomicLong();

              void open(ExecutorService gates) {
                gates.execute(people::increment);
                gates.execute(children::incrementAndGet);
              }

              void report(ScheduledExecutorService clock, LongConsumer sink) {
                clock.scheduleAtFixedRate(
                    () -> {
                      sink.accept(people.sum());
                      people.reset(); // BUG: AtomicGetThenSet
                      long now = children.get();
                      children.set(0); // BUG: AtomicGetThenSet
                      sink.accept(now);
                    },
                    1,
                    1,
                    TimeUnit.MINUTES);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void variableThatIsReadAndResetInOneCallOrWhenNobodyAdds() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.ScheduledExecutorService;
            import java.util.concurrent.TimeUnit;
            import java.util.concurrent.atomic.AtomicLong;
            import java.util.concurrent.atomic.LongAdder;
            import java.util.function.LongConsumer;

            class Turnstile {
              private final LongAdder people = new LongAdder();
              private final AtomicLong children = new AtomicLong();

              void open(ExecutorService gates) {
                gates.execute(people::increment);
                gates.execute(children::incrementAndGet);
              }

              void report(ScheduledExecutorService clock, LongConsumer sink) {
                clock.scheduleAtFixedRate(
                    () -> {
                      sink.accept(people.sumThenReset());
                      sink.accept(children.getAndSet(0));
                    },
                    1,
                    1,
                    TimeUnit.MINUTES);
              }

              static long replay(List<List<String>> days, LongConsumer sink) {
                LongAdder visitors = new LongAdder();
                long all = 0;
                for (List<String> day : days) {
                  day.parallelStream().forEach(visitor -> visitors.increment());
                  all += visitors.sum();
                  visitors.reset();
                }
                return all;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void mapIsCopiedAndClearedInTwoSections() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;

            class Shelves {
              private final Map<String, Integer> stock = new HashMap<>();

              void store(String article, int count) {
                synchronized (stock) {
                  stock.put(article, count);
                }
              }

              void moveTo(Shelves other) {
                Map<String, Integer> all;
                synchronized (stock) {
                  all = new HashMap<>(stock);
                }
                all.forEach(other::store);
                synchronized (stock) {
                  stock.clear(); // BUG: SplitCriticalSection
                }
              }

              Map<String, Integer> take() {
                synchronized (stock) {
                  Map<String, Integer> all = new HashMap<>(stock);
                  stock.clear();
                  return all;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  /** What comes after the end of an object is lost anyway. */
  @Test
  void concurrentSetIsCopiedAndCleared() {
    CheckTester.of(
            """
            import java.util.Set;
            import java.util.TreeSet;
            import java.util.concurrent.ConcurrentHashMap;

            class Dirty {
              private final Set<String> dirty = ConcurrentHashMap.newKeySet();

              void changed(String id) {
                dirty.add(id);
              }

              Set<String> take() {
                Set<String> all = new TreeSet<>(dirty);
                dirty.clear(); // BUG: NonAtomicCheckThenAct
                return all;
              }

              Set<String> close() {
                Set<String> all = new TreeSet<>(dirty);
                dirty.clear();
                return all;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void periodicTaskCopiesAndClearsWhatIsNotEmpty() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.Collections;
            import java.util.List;
            import java.util.concurrent.ScheduledExecutorService;
            import java.util.concurrent.TimeUnit;

            class AuditLog {
              private final List<String> pending = Collections.synchronizedList(new ArrayList<>());

              void start(ScheduledExecutorService timer) {
                timer.scheduleWithFixedDelay(this::flush, 1, 1, TimeUnit.SECONDS);
              }

              void log(String line) {
                pending.add(line);
              }

              private void flush() {
                if (pending.isEmpty()) {
                  return;
                }
                List<String> batch = new ArrayList<>(pending);
                pending.clear(); // BUG: NonAtomicCheckThenAct
                batch.forEach(System.out::println);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void periodicTaskCopiesAndClearsUnderTheLockOfTheList() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.Collections;
            import java.util.List;
            import java.util.concurrent.ScheduledExecutorService;
            import java.util.concurrent.TimeUnit;

            class AuditLog {
              private final List<String> pending = Collections.synchronizedList(new ArrayList<>());

              void start(ScheduledExecutorService timer) {
                timer.scheduleWithFixedDelay(this::flush, 1, 1, TimeUnit.SECONDS);
              }

              void log(String line) {
                pending.add(line);
              }

              private void flush() {
                List<String> batch;
                synchronized (pending) {
                  if (pending.isEmpty()) {
                    return;
                  }
                  batch = new ArrayList<>(pending);
                  pending.clear();
                }
                batch.forEach(System.out::println);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void oldValueIsHandedOutAndReplaced() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicReference;

            class Model {
              void release() {
                System.out.println("released");
              }
            }

            class Server {
              private final AtomicReference<Model> live = new AtomicReference<>();

              Model swap(Model next) {
                Model old = live.get();
                live.set(next); // BUG: AtomicGetThenSet
                return old;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void oldValueIsReleasedAndReplaced() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicReference;

            class Model {
              void release() {
                System.out.println("released");
              }
            }

            class Server {
              private final AtomicReference<Model> live = new AtomicReference<>();

              void swap(Model next) {
                Model old = live.get();
                live.set(next); // BUG: AtomicGetThenSet
                if (old != null) {
                  old.release();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void oldValueIsExchanged() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicReference;

            class Model {
              void release() {
                System.out.println("released");
              }
            }

            class Server {
              private final AtomicReference<Model> live = new AtomicReference<>();

              Model swap(Model next) {
                return live.getAndSet(next);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void oldValueIsOnlyTold() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicReference;

            class Model {
              void release() {
                System.out.println("released");
              }
            }

            class Server {
              private final AtomicReference<Model> live = new AtomicReference<>();

              void swap(Model next) {
                Model old = live.get();
                live.set(next);
                System.out.println(old + " -> " + next);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void volatileFlagIsReplacedAndGoneBy() {
    CheckTester.of(
            """
            class Channel {
              private volatile boolean autoRead = true;

              void setAutoRead(boolean wanted) {
                boolean before = autoRead;
                autoRead = wanted; // BUG: UnsafeReadModifyWrite
                if (wanted && !before) {
                  read();
                }
              }

              private void read() {
                System.out.println("read");
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void oldValueIsReplacedUnderALock() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicReference;

            class Model {
              void release() {
                System.out.println("released");
              }
            }

            class Server {
              private final AtomicReference<Model> live = new AtomicReference<>();

              synchronized Model swap(Model next) {
                Model old = live.get();
                live.set(next);
                return old;
              }

              synchronized void drop() {
                live.set(null);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whatWasSeenIsTakenOffInOneStep() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Till {
              private final AtomicInteger slow = new AtomicInteger();
              private final AtomicInteger level = new AtomicInteger();

              void sold() {
                slow.incrementAndGet();
                level.incrementAndGet();
              }

              int drain() {
                int seen = slow.get();
                slow.addAndGet(-seen);
                return seen;
              }

              void fill(int capacity) {
                level.addAndGet(capacity - level.get()); // BUG: AtomicGetThenSet
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void elementsOfAnAtomicArray() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicLongArray;

            class Histogram {
              private final AtomicLongArray counts = new AtomicLongArray(8);

              void record(int bucket) {
                counts.incrementAndGet(bucket);
              }

              long[] drain() {
                long[] drained = new long[8];
                for (int i = 0; i < drained.length; i++) {
                  drained[i] = counts.get(i);
                  counts.set(i, 0); // BUG: NonAtomicCheckThenAct
                }
                return drained;
              }

              long[] drainSafely() {
                long[] drained = new long[8];
                for (int i = 0; i < drained.length; i++) {
                  drained[i] = counts.getAndSet(i, 0);
                }
                return drained;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void countsThatAreRemovedAfterTheyWereRead() {
    CheckTester.of(counts("sum += counts.get(key); counts.remove(key);", true))
        .reportsWhatIsMarked();
    CheckTester.of(counts("sum += counts.remove(key);", false)).reportsWhatIsMarked();
  }

  private static String counts(String take, boolean lossy) {
    return """
        import java.util.concurrent.ConcurrentHashMap;
        import java.util.concurrent.ConcurrentMap;

        class Visits {
          private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();
          private final ConcurrentMap<String, Visits> parts = new ConcurrentHashMap<>();

          void visit(String key) {
            counts.merge(key, 1, Integer::sum);
            parts.computeIfAbsent(key, name -> new Visits());
          }

          int drain() {
            int sum = 0;
            for (String key : counts.keySet()) {
              %s%s
            }
            return sum;
          }

          void end(String key) {
            parts.get(key).close();
            parts.remove(key);
          }

          void close() {}
        }
        """
        .formatted(take, lossy ? " // BUG: NonAtomicCheckThenAct" : "");
  }
}
