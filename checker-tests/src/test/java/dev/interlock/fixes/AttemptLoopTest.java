package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** Updates that are repeated until no other thread comes in between. */
final class AttemptLoopTest {

  @Test
  void lookWithSeveralStepsIsRepeatedUntilItHolds() {
    turns(
        """
          int take(int wanted) {
            int free = limit - taken.get();
            int granted = Math.min(free, wanted);
            if (granted > 0) {
              taken.set(taken.get() + granted);
            }
            return granted;
          }
        """,
        """
          int take(int wanted) {
            int current;
            int granted;
            do {
              current = taken.get();
              int free = limit - current;
              granted = Math.min(free, wanted);
            } while (granted > 0 && !taken.compareAndSet(current, current + granted));
            return granted;
          }
        """);
  }

  @Test
  void valueThatIsNeededAfterwardsIsTheOneThatWasReplaced() {
    turns(
        """
          void close(int floor) {
            int old = taken.get(); // before
            int next = Math.max(old - limit, floor);
            if (next > limit) {
              return;
            }
            taken.set(next);
            if (old == 0) {
              closed = true;
            }
          }
        """,
        """
          void close(int floor) {
            int old;
            int next;
            do {
              old = taken.get(); // before
              next = Math.max(old - limit, floor);
              if (next > limit) {
                return;
              }
            } while (!taken.compareAndSet(old, next));
            if (old == 0) {
              closed = true;
            }
          }
        """);
  }

  @Test
  void attemptWhoseFailureNobodySeesIsRepeated() {
    turns(
        """
          void decay(int by) {
            int old = taken.get();
            int next = (int) Math.round(old * 0.9 + by);
            taken.compareAndSet(old, next);
          }
        """,
        """
          void decay(int by) {
            int old;
            int next;
            do {
              old = taken.get();
              next = (int) Math.round(old * 0.9 + by);
            } while (!taken.compareAndSet(old, next));
          }
        """);
  }

  @Test
  void whatMustNotBeDoneTwiceIsLockedInstead() {
    locks(
        """
          int take() {
            int free = limit - taken.get();
            int granted = ask(free);
            if (granted > 0) {
              taken.set(taken.get() + granted);
            }
            return granted;
          }
        """,
        """
          int take() {
            int granted;
            synchronized (lock) {
              int free = limit - taken.get();
              granted = ask(free);
              if (granted > 0) {
                taken.set(taken.get() + granted);
              }
            }
            return granted;
          }
        """);
  }

  @Test
  void wayOutOfALoopIsNotPutIntoAnother() {
    locks(
        """
          void take(int[] wanted) {
            for (int some : wanted) {
              int now = taken.get();
              int next = Math.max(now - some, limit);
              if (next > 3 * limit) {
                continue;
              }
              taken.set(next);
              closed = now == 0;
            }
          }
        """,
        """
          void take(int[] wanted) {
            for (int some : wanted) {
              int now;
              synchronized (lock) {
                now = taken.get();
                int next = Math.max(now - some, limit);
                if (next > 3 * limit) {
                  continue;
                }
                taken.set(next);
              }
              closed = now == 0;
            }
          }
        """);
  }

  private static void turns(String before, String after) {
    Refactoring.preferring("atomic").turns(sample("", before), sample("", after));
  }

  private static void locks(String before, String after) {
    Refactoring.preferring("atomic")
        .turns(sample("", before), sample("  private final Object lock = new Object();\n", after));
  }

  private static String sample(String lock, String code) {
    return """
        import java.util.concurrent.atomic.AtomicInteger;

        class Sample {
        %s  private final AtomicInteger taken = new AtomicInteger();
          private final AtomicInteger asked = new AtomicInteger();
          private final int limit;
          private volatile boolean closed;

          Sample(int limit) {
            this.limit = limit;
          }

          private int ask(int free) {
            return free / asked.incrementAndGet();
          }

        %s}
        """
        .formatted(lock, code);
  }

  @Test
  void eachMethodHasTheCallOrTheLoopThatItNeeds() {
    Refactoring.byDefault()
        .turns(
            """

            import java.util.concurrent.atomic.AtomicBoolean;
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicLong;
            import java.util.concurrent.atomic.AtomicReference;

            class Sample {
              private final AtomicLong worst = new AtomicLong();
              private final AtomicBoolean open = new AtomicBoolean();
              private final AtomicReference<Thread> owner = new AtomicReference<>();
              private final AtomicInteger numbers = new AtomicInteger();

              void slower(long millis) {
                if (worst.get() < millis) {
                  worst.set(millis);
                }
              }

              void smooth(long millis) {
                long before = worst.get();
                long after = before == 0 ? millis : (before + millis) / 2;
                worst.set(after);
              }

              long report() {
                long seen = worst.get();
                worst.set(0);
                return seen;
              }

              boolean open() {
                if (open.get()) {
                  return false;
                }
                open.set(true);
                return true;
              }

              void toggle() {
                open.set(!open.get());
              }

              void own() {
                if (owner.get() == null) {
                  owner.set(Thread.currentThread());
                }
              }

              int number() {
                numbers.set(numbers.get() + 1);
                return numbers.get();
              }
            }
            """,
            """

            import java.util.concurrent.atomic.AtomicBoolean;
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicLong;
            import java.util.concurrent.atomic.AtomicReference;

            class Sample {
              private final AtomicLong worst = new AtomicLong();
              private final AtomicBoolean open = new AtomicBoolean();
              private final AtomicReference<Thread> owner = new AtomicReference<>();
              private final AtomicInteger numbers = new AtomicInteger();

              void slower(long millis) {
                worst.accumulateAndGet(millis, Math::max);
              }

              void smooth(long millis) {
                long before;
                long after;
                do {
                  before = worst.get();
                  after = before == 0 ? millis : (before + millis) / 2;
                } while (!worst.compareAndSet(before, after));
              }

              long report() {
                long seen = worst.getAndSet(0);
                return seen;
              }

              boolean open() {
                if (!open.compareAndSet(false, true)) {
                  return false;
                }
                return true;
              }

              void toggle() {
                boolean current;
                do {
                  current = open.get();
                } while (!open.compareAndSet(current, !current));
              }

              void own() {
                owner.compareAndSet(null, Thread.currentThread());
              }

              int number() {
                return numbers.incrementAndGet();
              }
            }
            """);
  }

  @Test
  void stepsThatChangeWhatTheAttemptHasMadeAreRepeated() {
    Refactoring.byDefault()
        .turns(
            """

            import java.util.ArrayList;
            import java.util.Collections;
            import java.util.HashMap;
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicReference;

            class Sample {
              private final AtomicInteger turn = new AtomicInteger(-1);
              private final AtomicReference<List<String>> names = new AtomicReference<>(List.of());
              private final AtomicReference<Map<String, Long>> ages = new AtomicReference<>(Map.of());

              int next(int workers) {
                int next = turn.get() + 1;
                if (next >= workers) {
                  next = 0;
                }
                turn.set(next);
                return next;
              }

              void add(String name) {
                List<String> more = new ArrayList<>(names.get());
                more.add(name);
                names.set(more);
              }

              void age(String name, long years) {
                Map<String, Long> now = ages.get();
                Map<String, Long> then = new HashMap<>(now);
                then.put(name, years);
                ages.set(Collections.unmodifiableMap(then));
              }
            }
            """,
            """

            import java.util.ArrayList;
            import java.util.Collections;
            import java.util.HashMap;
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicReference;

            class Sample {
              private final AtomicInteger turn = new AtomicInteger(-1);
              private final AtomicReference<List<String>> names = new AtomicReference<>(List.of());
              private final AtomicReference<Map<String, Long>> ages = new AtomicReference<>(Map.of());

              int next(int workers) {
                int current;
                int next;
                do {
                  current = turn.get();
                  next = current + 1;
                  if (next >= workers) {
                    next = 0;
                  }
                } while (!turn.compareAndSet(current, next));
                return next;
              }

              void add(String name) {
                List<String> current;
                List<String> more;
                do {
                  current = names.get();
                  more = new ArrayList<>(current);
                  more.add(name);
                } while (!names.compareAndSet(current, more));
              }

              void age(String name, long years) {
                Map<String, Long> now;
                Map<String, Long> then;
                do {
                  now = ages.get();
                  then = new HashMap<>(now);
                  then.put(name, years);
                } while (!ages.compareAndSet(now, Collections.unmodifiableMap(then)));
              }
            }
            """);
  }

  @Test
  void stepThatOthersSeeIsNotRepeated() {
    Refactoring.byDefault()
        .turns(
            """

            import java.util.ArrayDeque;
            import java.util.Deque;
            import java.util.concurrent.atomic.AtomicReference;

            class Sample {
              private final AtomicReference<Deque<String>> calls = new AtomicReference<>(new ArrayDeque<>());

              void add(String call, Deque<String> log) {
                Deque<String> more = new ArrayDeque<>(calls.get());
                more.add(call);
                log.add(call);
                calls.set(more);
              }
            }
            """,
            """

            import java.util.ArrayDeque;
            import java.util.Deque;
            import java.util.concurrent.atomic.AtomicReference;

            class Sample {
              private final Object lock = new Object();
              private final AtomicReference<Deque<String>> calls = new AtomicReference<>(new ArrayDeque<>());

              void add(String call, Deque<String> log) {
                synchronized (lock) {
                  Deque<String> more = new ArrayDeque<>(calls.get());
                  more.add(call);
                  log.add(call);
                  calls.set(more);
                }
              }
            }
            """);
  }
}
