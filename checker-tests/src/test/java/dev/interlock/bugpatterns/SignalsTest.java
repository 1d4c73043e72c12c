package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Flags that tell others something, and decide nothing for who sets them. */
final class SignalsTest {

  @Test
  void fastPathOfAFlagThatIsSetForAnotherReason() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class Diagnostics {
              private final List<String> messages = new ArrayList<>();
              private volatile boolean exhausted;
              private volatile boolean opened;

              void compile(ExecutorService pool, List<String> units) {
                for (String unit : units) {
                  pool.execute(() -> error(unit));
                  pool.execute(() -> open(unit));
                }
              }

              private void error(String text) {
                if (exhausted) {
                  return;
                }
                synchronized (messages) {
                  if (messages.size() >= 100) {
                    exhausted = true;
                  } else {
                    messages.add(text);
                  }
                }
              }

              private void open(String unit) {
                if (!opened) {
                  opened = true; // BUG: NonAtomicCheckThenAct
                  System.out.println("first " + unit);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void loopEndsItself() {
    CheckTester.of(
            """
            class Janitor {
              private volatile boolean running = true;

              void start(int threads) {
                for (int i = 0; i < threads; i++) {
                  new Thread(this::clean).start();
                }
              }

              private void clean() {
                while (running) {
                  try {
                    Thread.sleep(5);
                  } catch (InterruptedException e) {
                    running = false;
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whatIsCalledBehindTheFlagWouldHappenTwice() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Service {
              private String config = "a";
              private volatile boolean started;

              void run(ExecutorService pool, int users) {
                for (int i = 0; i < users; i++) {
                  pool.execute(this::start);
                }
              }

              private void start() {
                if (started) {
                  return;
                }
                synchronized (this) {
                  if (config != null) {
                    started = true; // BUG: NonAtomicCheckThenAct
                    System.out.println("started");
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void loopThatClaims() {
    CheckTester.of(
            """
            class Workers {
              private volatile boolean claimed;

              void start(int threads) {
                for (int i = 0; i < threads; i++) {
                  new Thread(this::claim).start();
                }
              }

              private void claim() {
                while (!claimed) {
                  claimed = true; // BUG: NonAtomicCheckThenAct
                  System.out.println("mine");
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
