package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Marks that are left where something has failed, after a look at them before the attempt. */
final class FailureMarksTest {
  @Test
  void markOfAFailure() {
    CheckTester.of(connection("close();")).reportsWhatIsMarked();
  }

  @Test
  void markOfAnAttempt() {
    CheckTester.of(
            """
            import java.io.IOException;
            import java.io.OutputStream;
            import java.util.concurrent.atomic.AtomicBoolean;

            class Connection {
              private final AtomicBoolean closed = new AtomicBoolean();
              private final OutputStream out;

              Connection(OutputStream out) {
                this.out = out;
              }

              void close() throws IOException {
                if (closed.get()) {
                  throw new IllegalStateException("closed");
                }
                closed.set(true); // BUG: AtomicGetThenSet
                try {
                  out.flush();
                } catch (IOException e) {
                  System.out.println(e);
                }
                out.close();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void numberOfFailures() {
    CheckTester.of(
            """
            import java.io.IOException;
            import java.io.OutputStream;
            import java.util.concurrent.atomic.AtomicInteger;

            class Connection {
              private final AtomicInteger failures = new AtomicInteger();
              private final OutputStream out;

              Connection(OutputStream out) {
                this.out = out;
              }

              void send(byte[] bytes) {
                int before = failures.get();
                if (before > 3) {
                  return;
                }
                try {
                  out.write(bytes);
                } catch (IOException e) {
                  failures.set(before + 1); // BUG: AtomicGetThenSet
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lookInTheHandlerItself() {
    CheckTester.of(
            connection(
                """
                if (!closed.get()) {
                        close(); // BUG: AtomicGetThenSet
                        notifyAboutIt();
                      }"""))
        .reportsWhatIsMarked();
  }

  private static String connection(String handler) {
    return """
    import java.io.IOException;
    import java.io.OutputStream;
    import java.util.concurrent.atomic.AtomicBoolean;

    class Connection {
      private final AtomicBoolean closed = new AtomicBoolean();
      private final OutputStream out;

      Connection(OutputStream out) {
        this.out = out;
      }

      void send(byte[] bytes) {
        if (closed.get()) {
          throw new IllegalStateException("closed");
        }
        try {
          out.write(bytes);
        } catch (IOException e) {
          HANDLER
        }
      }

      private void close() {
        closed.set(true);
      }

      private void notifyAboutIt() {
        System.out.println("closed");
      }
    }
    """
        .replace("HANDLER", handler);
  }
}
