package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** One thread waits for a selector, and has for itself what its loop works with. */
final class SelectorLoopsTest {
  private static final String THREAD_SAFE = "@interface ThreadSafe {}";

  private static final String REACTOR =
      """
      import java.io.IOException;
      import java.nio.channels.SelectionKey;
      import java.nio.channels.Selector;
      import java.util.HashSet;
      import java.util.Set;

      @ThreadSafe
      public class Reactor {
        private final Set<SelectionKey> waiting = new HashSet<>();
        private final Selector selector;
        private volatile boolean stopped;
        private long turns;

        public Reactor(Selector selector) {
          this.selector = selector;
        }

        public void execute() throws IOException {
          while (!stopped) {
            %s
            for (SelectionKey key : selector.selectedKeys()) {
              process(key);
            }
          }
        }

        private void process(SelectionKey key) {
          turns++;%s
          waiting.add(key);%s
        }

        public void stop() {
          stopped = true;
        }
        %s
      }
      """;

  @Test
  void loopThatSelectsHasOneThread() {
    CheckTester.of(THREAD_SAFE, REACTOR.formatted("selector.select(1000);", "", "", ""))
        .reportsWhatIsMarked();
  }

  @Test
  void loopThatDoesNotWaitForTheSelectorIsForAnyThread() {
    CheckTester.of(
            THREAD_SAFE,
            REACTOR.formatted(
                "Thread.yield();",
                " // BUG: UnsafeReadModifyWrite",
                " // BUG: UnguardedCollectionMutation",
                ""))
        .reportsWhatIsMarked();
  }

  @Test
  void othersChangeWhatTheLoopWorksWith() {
    CheckTester.of(
            THREAD_SAFE,
            REACTOR.formatted(
                "selector.select(1000);",
                "",
                "",
                """
                public void await(SelectionKey key) {
                    waiting.add(key); // BUG: UnguardedCollectionMutation
                  }
                """))
        .reportsWhatIsMarked();
  }

  private static final String CONNECTION =
      """
      import java.io.IOException;
      import java.nio.channels.SelectionKey;
      import java.nio.channels.Selector;
      import java.util.concurrent.ConcurrentLinkedQueue;

      public class Connection {
        private final ConcurrentLinkedQueue<String> outgoing = new ConcurrentLinkedQueue<>();

        public void send(String text) {
          outgoing.add(text);
        }

        public void write() {
          if (outgoing.peek() != null) {
            outgoing.remove();%s
          }
        }
      }

      class Acceptor extends Thread {
        private final Selector selector;

        Acceptor(Selector selector) {
          this.selector = selector;
        }

        @Override
        public void run() {
          try {
            while (isAlive()) {
              %s
              for (SelectionKey key : selector.keys()) {
                ((Connection) key.attachment()).write();
              }
            }
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        }
      }
      """;

  @Test
  void selectorLeadsToObjectsThatAreThreadSafeForOthers() {
    CheckTester.of(CONNECTION.formatted("", "selector.select(1000);")).reportsWhatIsMarked();
  }

  @Test
  void anyThreadLeadsToObjectsThatAreThreadSafe() {
    CheckTester.of(
            CONNECTION
                .formatted(" // BUG: NonAtomicCheckThenAct", "selector.wakeup();")
                .replace("IOException e", "RuntimeException e")
                .replace("import java.io.IOException;", ""))
        .reportsWhatIsMarked();
  }
}
