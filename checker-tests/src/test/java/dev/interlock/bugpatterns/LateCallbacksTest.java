package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Callbacks of futures do not run under the locks that are held where they are left. */
final class LateCallbacksTest {
  private static final String POOL =
      """
      import java.util.HashSet;
      import java.util.Set;
      import java.util.concurrent.CompletionStage;

      class Pool {
        private final Set<Object> connections = new HashSet<>();

        synchronized void add(CompletionStage<Object> connecting) {
          %s
        }

        synchronized void remove(Object connection) {
          connections.remove(connection);
        }

        synchronized void clear() {
          connections.clear();
        }
      }
      """;

  @Test
  void stageIsLeftUnderTheLock() {
    CheckTester.of(
            POOL.formatted(
                "connecting.thenAccept(c -> connections.add(c));"
                    + " // BUG: UnguardedCollectionMutation"))
        .reportsWhatIsMarked();
  }

  @Test
  void stageLocksForItself() {
    CheckTester.of(
            POOL.formatted(
                "connecting.thenAccept(c -> { synchronized (this) { connections.add(c); } });"))
        .reportsWhatIsMarked();
  }

  @Test
  void functionIsCalledUnderTheLock() {
    CheckTester.of(
            """
            import java.util.HashSet;
            import java.util.List;
            import java.util.Set;

            class Pool {
              private final Set<Object> connections = new HashSet<>();

              synchronized void add(List<Object> made) {
                made.forEach(c -> connections.add(c));
              }

              synchronized void remove(Object connection) {
                connections.remove(connection);
              }

              synchronized void clear() {
                connections.clear();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  private static final String DIALLER =
      """
      import java.util.HashSet;
      import java.util.Set;
      import java.util.concurrent.CompletionStage;

      class Dialler {
        interface Handler {
          void handle(Object connection);
        }

        private final Set<Object> connections = new HashSet<>();

        synchronized void dial(CompletionStage<Object> connecting) {
          connect(connecting, c -> connections.add(c));%s
        }

        private void connect(CompletionStage<Object> connecting, Handler handler) {
          %s
        }

        private void done(Handler handler, Object connection) {
          handler.handle(connection);
        }

        synchronized void remove(Object connection) {
          connections.remove(connection);
        }

        synchronized void clear() {
          connections.clear();
        }
      }
      """;

  @Test
  void helperLeavesTheCallbackInAStage() {
    CheckTester.of(
            DIALLER.formatted(
                " // BUG: UnguardedCollectionMutation",
                "connecting.whenComplete((c, failure) -> done(handler, c));"))
        .reportsWhatIsMarked();
  }

  @Test
  void helperCallsTheCallbackBeforeItReturns() {
    CheckTester.of(DIALLER.formatted("", "done(handler, new Object());")).reportsWhatIsMarked();
  }
}
