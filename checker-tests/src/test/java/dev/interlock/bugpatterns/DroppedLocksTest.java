package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Overrides of synchronized methods. */
final class DroppedLocksTest {

  @Test
  void overrideInheritsNoLock() {
    CheckTester.of(
            """
            import java.text.SimpleDateFormat;
            import java.util.Date;

            abstract class Appender {
              private long written;

              synchronized void append(String message) {
                written += message.length();
              }
            }

            class AuditAppender extends Appender {
              private final SimpleDateFormat stamp = new SimpleDateFormat("HH:mm:ss");
              private long line;

              @Override
              void append(String message) {
                String time = stamp.format(new Date()); // BUG: UnguardedCollectionMutation
                super.append(++line + time + message); // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void overrideThatIsSynchronizedItself() {
    CheckTester.of(
            """
            abstract class Appender {
              private long written;

              synchronized void append(String message) {
                written += message.length();
              }
            }

            class AuditAppender extends Appender {
              private long line;

              @Override
              synchronized void append(String message) {
                super.append(++line + message);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void streamsOfTheLibraryAreSynchronizedOutOfHabit() {
    CheckTester.of(
            """
            import java.io.ByteArrayOutputStream;

            class CountingStream extends ByteArrayOutputStream {
              private long calls;

              @Override
              public void write(int b) {
                calls++;
                super.write(b);
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
