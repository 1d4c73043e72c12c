package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Containers that a variable names until it is given an empty one, while others still add. */
final class SwappedContainersTest {

  @Test
  void contentOfTheOldContainerIsUsed() {
    CheckTester.of(
            journal(
                "",
                """
                Queue<String> batch = lines;
                lines = new ConcurrentLinkedQueue<>(); // BUG: UnsafeReadModifyWrite
                for (String line : batch) {
                  System.out.println(line);
                }
                """))
        .reportsWhatIsMarked();
  }

  @Test
  void containerIsEmptiedByItself() {
    CheckTester.of(
            journal(
                "",
                """
                for (String line = lines.poll(); line != null; line = lines.poll()) {
                  System.out.println(line);
                }
                """))
        .reportsWhatIsMarked();
  }

  @Test
  void contentOfTheOldContainerIsDropped() {
    CheckTester.of(
            journal(
                "",
                """
                Queue<String> batch = lines;
                lines = new ConcurrentLinkedQueue<>();
                System.out.println(batch.size());
                """))
        .reportsWhatIsMarked();
  }

  @Test
  void lockIsHeldWhereItIsSwappedAndWhereOthersAdd() {
    CheckTester.of(
            journal(
                "synchronized",
                """
                Queue<String> batch;
                synchronized (this) {
                  batch = lines;
                  lines = new ConcurrentLinkedQueue<>();
                }
                for (String line : batch) {
                  System.out.println(line);
                }
                """))
        .reportsWhatIsMarked();
  }

  private static String journal(String lock, String flush) {
    return """
        import java.util.Queue;
        import java.util.concurrent.ConcurrentLinkedQueue;
        import java.util.concurrent.ScheduledExecutorService;
        import java.util.concurrent.TimeUnit;

        public class Journal {
          private volatile Queue<String> lines = new ConcurrentLinkedQueue<>();

          Journal(ScheduledExecutorService clock) {
            clock.scheduleWithFixedDelay(this::flush, 1, 1, TimeUnit.SECONDS);
          }

          public %s void write(String line) {
            lines.add(line);
          }

          private void flush() {
            %s
          }
        }
        """
        .formatted(lock, flush);
  }
}
