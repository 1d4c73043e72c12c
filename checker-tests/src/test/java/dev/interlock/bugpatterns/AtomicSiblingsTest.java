package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Plain counters beside atomic ones. */
final class AtomicSiblingsTest {

  @Test
  void plainCounterBesideAnAtomicOne() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicLong;

            class Publisher {
              private final AtomicLong sequence = new AtomicLong();
              private long sentBytes;

              long publish(byte[] event) {
                long number = sequence.incrementAndGet();
                sentBytes += event.length; // BUG: UnsafeReadModifyWrite
                return number;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void plainArrayBesideAnAdder() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.LongAdder;

            class Traffic {
              private final LongAdder bytes = new LongAdder();
              private final long[] byMinute = new long[60];

              void sent(long n, int minute) {
                bytes.add(n);
                byMinute[minute] += n; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void atomicVariableThatIsOnlySetMayHaveOneWriter() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicLong;

            class Publisher {
              private final AtomicLong last = new AtomicLong();
              private long sentBytes;

              void publish(byte[] event, long number) {
                last.set(number);
                sentBytes += event.length;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void atomicCounterOfAnotherCaseSaysNothing() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicLong;

            class Publisher {
              private final AtomicLong failures = new AtomicLong();
              private long sentBytes;

              void publish(byte[] event) {
                if (event.length == 0) {
                  failures.incrementAndGet();
                }
                sentBytes += event.length;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void atomicCounterThatIsOnlyEmptiedMayHaveOneWhoEmptiesIt() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Relay {
              private final AtomicInteger failures = new AtomicInteger();
              private int rounds;

              int round() {
                rounds++;
                return failures.getAndSet(0);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void staticCounterBesideAnAtomicOne() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;

            final class Transactions {
              private static final AtomicInteger open = new AtomicInteger();
              private static int rollbacks;
              private static int retries;

              static void end(boolean failed) {
                open.decrementAndGet();
                if (failed) {
                  rollbacks++; // BUG: UnsafeReadModifyWrite
                }
              }

              static void retry(boolean first) {
                if (first) {
                  open.incrementAndGet();
                }
                retries++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void periodThatIsOverTogetherWithItsAllowance() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Turnstile {
              private final AtomicInteger left = new AtomicInteger(10);
              private long end;

              boolean pass(long now) {
                if (now > end) {
                  left.set(10);
                  end = now + 60; // BUG: NonAtomicCheckThenAct
                }
                return left.decrementAndGet() >= 0;
              }
            }

            class Doorman {
              private final AtomicInteger left = new AtomicInteger(10);
              private long end;

              synchronized boolean pass(long now) {
                if (now > end) {
                  left.set(10);
                  end = now + 60;
                }
                return left.decrementAndGet() >= 0;
              }
            }

            class Usher {
              private final AtomicInteger left = new AtomicInteger(10);
              private long end;
              private boolean open;

              void open() {
                if (!open) {
                  left.set(10);
                  open = true;
                }
              }

              void extend(long now) {
                if (now > end) {
                  end = now + 60;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void counterBesideAnEntryThatThreadsLose() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.atomic.AtomicBoolean;

            public class Breaker {
              private final AtomicBoolean open = new AtomicBoolean();
              private final Map<String, Integer> calls = new ConcurrentHashMap<>();
              private int times;

              public void count(String key) {
                Integer n = calls.get(key);
                calls.put(key, n == null ? 1 : n + 1); // BUG: NonAtomicCheckThenAct
                times++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void counterBesideAnEntryThatIsCountedInOneStep() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.atomic.AtomicBoolean;

            public class Breaker {
              private final AtomicBoolean open = new AtomicBoolean();
              private final Map<String, Integer> calls = new ConcurrentHashMap<>();
              private int times;

              public void count(String key) {
                calls.merge(key, 1, Integer::sum);
                times++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
