package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Flags that a thread raises while it does what it must do alone. */
final class BusyFlagsTest {
  private static final String BEGIN =
      """
      private synchronized boolean begin() {
        if (sending) {
          return false;
        }
        sending = true;
        return true;
      }
      """;

  @Test
  void flagThatIsRaisedByWhoFindsItDown() {
    CheckTester.of(
            outbox(
                """
                synchronized (this) {
                  if (sending) {
                    return;
                  }
                  sending = true;
                }
                try {
                  rounds++;
                } finally {
                  end();
                }
                """))
        .reportsWhatIsMarked();
  }

  @Test
  void flagThatIsRaisedByEverybody() {
    CheckTester.of(
            outbox(
                """
                synchronized (this) {
                  sending = true;
                }
                rounds++; // BUG: UnsafeReadModifyWrite
                end();
                """))
        .reportsWhatIsMarked();
  }

  @Test
  void flagThatIsAskedForInAnEarlierSection() {
    CheckTester.of(
            outbox(
                """
                synchronized (this) {
                  if (sending) {
                    return;
                  }
                }
                synchronized (this) {
                  sending = true; // BUG: SplitCriticalSection
                }
                rounds++; // BUG: UnsafeReadModifyWrite
                end();
                """))
        .reportsWhatIsMarked();
  }

  @Test
  void countAfterTheFlagIsDown() {
    CheckTester.of(
            outbox(
                """
                synchronized (this) {
                  if (sending) {
                    return;
                  }
                  sending = true;
                }
                end();
                rounds++; // BUG: UnsafeReadModifyWrite
                """))
        .reportsWhatIsMarked();
  }

  @Test
  void flagThatIsWaitedFor() {
    CheckTester.of(
            outbox(
                """
                synchronized (this) {
                  while (sending) {
                    Thread.yield();
                  }
                  sending = true;
                }
                rounds++;
                end();
                """))
        .reportsWhatIsMarked();
  }

  @Test
  void flagOfMethodsThatTellWhoseTurnItIs() {
    CheckTester.of(
            outbox(
                """
                if (!begin()) {
                  return;
                }
                try {
                  rounds++;
                } finally {
                  end();
                }
                """))
        .reportsWhatIsMarked();
  }

  @Test
  void methodsThatTellWhoseTurnItIsAndAreNotHeard() {
    CheckTester.of(
            outbox(
                """
                begin();
                try {
                  rounds++; // BUG: UnsafeReadModifyWrite
                } finally {
                  end();
                }
                """))
        .reportsWhatIsMarked();
  }

  @Test
  void flagThatOthersTakeDownAsWell() {
    CheckTester.of(
            outbox(
                    """
                    synchronized (this) {
                      if (sending) {
                        return;
                      }
                      sending = true;
                    }
                    rounds++; // BUG: UnsafeReadModifyWrite
                    end();
                    """)
                .replace(
                    "void flush",
                    "synchronized void cancel() {\n    sending = false;\n  }\n\n  void flush"))
        .reportsWhatIsMarked();
  }

  @Test
  void emitterThatQueuesWhatComesMeanwhile() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ExecutorService;
            import java.util.function.Consumer;

            class Emitter {
              private final Consumer<String> actual;
              private boolean emitting;
              private List<String> missed;
              private long emitted;

              Emitter(Consumer<String> actual) {
                this.actual = actual;
              }

              void listen(ExecutorService pool, String text) {
                pool.execute(() -> next(text));
              }

              private void next(String text) {
                synchronized (this) {
                  if (emitting) {
                    missed = missed == null ? new ArrayList<>() : missed;
                    missed.add(text);
                    return;
                  }
                  emitting = true;
                }
                emitted++;
                actual.accept(text);
                drain();
              }

              private void drain() {
                while (true) {
                  List<String> queue;
                  synchronized (this) {
                    queue = missed;
                    if (queue == null) {
                      emitting = false;
                      return;
                    }
                    missed = null;
                  }
                  for (String text : queue) {
                    emitted++;
                    actual.accept(text);
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  private static String outbox(String flush) {
    return """
        import java.util.concurrent.ExecutorService;

        class Outbox {
          private boolean sending;
          private int rounds;

          void go(ExecutorService pool) {
            pool.execute(this::flush);
          }

          private synchronized void end() {
            sending = false;
          }

        %s
          void flush() {
        %s  }
        }
        """
        .formatted(flush.contains("begin") ? BEGIN.indent(2) : "", flush.indent(4));
  }
}
