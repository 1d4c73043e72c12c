package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Classes that extend an atomic variable and count on themselves who is at work. */
final class OwnCountersTest {
  private static final String CALLER =
      """
      import java.util.concurrent.ExecutorService;

      class Caller {
        void call(ExecutorService pool, int times) {
          Emitter emitter = new Emitter();
          for (int i = 0; i < times; i++) {
            pool.execute(emitter::drain);
          }
        }
      }
      """;

  @Test
  void firstOfAllDoesTheWork() {
    CheckTester.of(
            CALLER,
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Emitter extends AtomicInteger {
              private long emitted;

              void drain() {
                if (getAndIncrement() != 0) {
                  return;
                }
                int missed = 1;
                do {
                  emitted++;
                  missed = addAndGet(-missed);
                } while (missed != 0);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void everybodyIsCountedAndDoesTheWork() {
    CheckTester.of(
            CALLER,
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Emitter extends AtomicInteger {
              private long emitted;

              void drain() {
                if (getAndIncrement() < 0) {
                  return;
                }
                emitted++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void taskIsLaunchedByTheFirst() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicInteger;

            class Sender extends AtomicInteger implements Runnable {
              private final ExecutorService pool;
              private long sent;

              Sender(ExecutorService pool) {
                this.pool = pool;
              }

              void send() {
                if (getAndIncrement() == 0) {
                  pool.execute(this);
                }
              }

              @Override
              public void run() {
                do {
                  sent++;
                } while (decrementAndGet() != 0);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void taskIsLaunchedByEverybody() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicInteger;

            class Sender extends AtomicInteger implements Runnable {
              private final ExecutorService pool;
              private long sent;

              Sender(ExecutorService pool) {
                this.pool = pool;
              }

              void send() {
                getAndIncrement();
                pool.execute(this);
              }

              @Override
              public void run() {
                sent++; // BUG: UnsafeReadModifyWrite
                decrementAndGet();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whatIsWonIsNoLockForOthers() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Emitter extends AtomicInteger {
              private long emitted;

              void resume(long already) {
                emitted = already;
                drain();
              }

              void drain() {
                if (getAndIncrement() == 0) {
                  do {
                    emitted++;
                  } while (decrementAndGet() != 0);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whatIsLockedIsLockedByOthers() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Emitter extends AtomicInteger {
              private long emitted;

              void resume(long already) {
                emitted = already; // BUG: InconsistentLocking
                drain();
              }

              void drain() {
                synchronized (this) {
                  do {
                    emitted++;
                  } while (decrementAndGet() != 0);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
