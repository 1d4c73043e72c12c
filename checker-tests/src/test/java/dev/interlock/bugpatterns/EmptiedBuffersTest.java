package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Buffers that lock each call, and are read out and emptied by two. */
final class EmptiedBuffersTest {

  @Test
  void textThatIsReadOutAndEmptied() {
    CheckTester.of(
            """
            class Transcript {
              private final StringBuffer text = new StringBuffer();

              void say(Runnable next, String word) {
                text.append(word);
                new Thread(next).start();
              }

              String take() {
                String said = text.toString();
                text.setLength(0); // BUG: NonAtomicCheckThenAct
                return said;
              }

              void start() {
                new Thread(() -> say(this::take, "hello")).start();
                new Thread(() -> say(this::take, "goodbye")).start();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void textThatIsReadOutAndEmptiedUnderItsMonitor() {
    CheckTester.of(
            """
            class Transcript {
              private final StringBuffer text = new StringBuffer();

              void say(Runnable next, String word) {
                text.append(word);
                new Thread(next).start();
              }

              String take() {
                synchronized (text) {
                  String said = text.toString();
                  text.setLength(0);
                  return said;
                }
              }

              void start() {
                new Thread(() -> say(this::take, "hello")).start();
                new Thread(() -> say(this::take, "goodbye")).start();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void bytesThatAreReadOutAndEmptied() {
    CheckTester.of(
            """
            import java.io.ByteArrayOutputStream;

            class Log {
              private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

              void start() {
                new Thread(() -> bytes.write(1)).start();
                new Thread(this::take).start();
              }

              byte[] take() {
                byte[] taken = bytes.toByteArray();
                bytes.reset(); // BUG: NonAtomicCheckThenAct
                return taken;
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
