package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Checks that are calls of methods which throw unless something holds. */
final class AssertedChecksTest {

  @Test
  void ownAssertionIsGivenTheCheck() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Check {
              static void state(boolean holds, String message) {
                if (!holds) {
                  throw new IllegalStateException(message);
                }
              }
            }

            class Notifier {
              private volatile ExecutorService service;

              void start() {
                Check.state(service == null, "started already");
                service = Executors.newSingleThreadExecutor(); // BUG: NonAtomicCheckThenAct
                service.submit(() -> System.out.println("ready"));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void ownAssertionMakesTheCheck() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Notifier {
              private volatile ExecutorService service;

              void start() {
                checkNotStarted();
                service = Executors.newSingleThreadExecutor(); // BUG: NonAtomicCheckThenAct
                service.submit(() -> System.out.println("ready"));
              }

              private void checkNotStarted() {
                if (service != null) {
                  throw new IllegalStateException("started already");
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void assertionOfGuava() {
    CheckTester.of(
            """
            import com.google.common.base.Preconditions;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Notifier {
              private volatile ExecutorService service;

              void start() {
                Preconditions.checkState(service == null, "started already");
                service = Executors.newSingleThreadExecutor(); // BUG: NonAtomicCheckThenAct
                service.submit(() -> System.out.println("ready"));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void assertionUnderTheLockOfTheWrite() {
    CheckTester.of(
            """
            import com.google.common.base.Preconditions;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Notifier {
              private volatile ExecutorService service;

              synchronized void start() {
                Preconditions.checkState(service == null, "started already");
                checkNotStarted();
                service = Executors.newSingleThreadExecutor();
              }

              private void checkNotStarted() {
                if (service != null) {
                  throw new IllegalStateException("started already");
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void methodThatDoesMoreThanToThrow() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Notifier {
              private volatile ExecutorService service;

              void restart() {
                warn();
                service = Executors.newSingleThreadExecutor();
              }

              private void warn() {
                if (service != null) {
                  System.out.println("started already");
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void somethingElseIsAsserted() {
    CheckTester.of(
            """
            import com.google.common.base.Preconditions;
            import java.util.concurrent.ExecutorService;

            class Notifier {
              private volatile ExecutorService service;
              private volatile boolean open = true;

              void use(ExecutorService given) {
                Preconditions.checkState(open, "closed");
                Preconditions.checkArgument(given != null, "no service");
                service = given;
              }

              void close() {
                open = false;
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
