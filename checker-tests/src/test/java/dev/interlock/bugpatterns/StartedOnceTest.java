package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Threads that serve an object from its start, and what begins the life of another one. */
final class StartedOnceTest {

  @Test
  void tasksThatStartGivesAThreadEach() {
    CheckTester.of(
            """
            import java.util.function.Consumer;

            class Gateway {
              private static final class Processor implements Runnable {
                private final Consumer<String> handler;
                private volatile boolean halted;

                Processor(Consumer<String> handler) {
                  this.handler = handler;
                }

                @Override
                public void run() {
                  while (!halted) {
                    handler.accept("order");
                  }
                }
              }

              private long checked;
              private long booked;
              private final Processor check = new Processor(order -> checked++);
              private final Processor book = new Processor(order -> booked++);

              void start(String name) {
                new Thread(check, name).start();
                new Thread(book, name).start();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void tasksThatGetAnotherThreadWithEachCall() {
    CheckTester.of(
            """
            import java.util.function.Consumer;

            class Gateway {
              private static final class Processor implements Runnable {
                private final Consumer<String> handler;
                private volatile boolean halted;

                Processor(Consumer<String> handler) {
                  this.handler = handler;
                }

                @Override
                public void run() {
                  while (!halted) {
                    handler.accept("order");
                  }
                }
              }

              private long checked;
              private long booked;
              private final Processor check = new Processor(order -> checked++); // BUG: UnsafeReadModifyWrite
              private final Processor book = new Processor(order -> booked++); // BUG: UnsafeReadModifyWrite

              void process(String name) {
                new Thread(check, name).start();
                new Thread(book, name).start();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadThatStartKeepsTheHandleOf() {
    CheckTester.of(
            """
            import java.util.Iterator;

            class Feed {
              private long sequence;
              private Thread thread;

              void start(Iterator<String> lines) {
                thread = new Thread(() -> {
                  while (lines.hasNext()) {
                    lines.next();
                    sequence++;
                  }
                });
                thread.start();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadThatStartForgets() {
    CheckTester.of(
            """
            import java.util.Iterator;

            class Feed {
              private long sequence;


              void start(Iterator<String> lines) {
                Thread thread = new Thread(() -> {
                  while (lines.hasNext()) {
                    lines.next();
                    sequence++; // BUG: UnsafeReadModifyWrite
                  }
                });
                thread.start();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void factoryThatIsCalledOpen() {
    CheckTester.of(
            """
            import java.lang.ref.Cleaner;

            public class Handle {
              private static final Cleaner CLEANER = Cleaner.create();
              private static int live;

              private static final class Release implements Runnable {
                @Override
                public void run() {
                  live--; // BUG: UnsafeReadModifyWrite
                }
              }

              public static Handle open() {
                synchronized (Handle.class) {
                  live++;
                }
                Handle handle = new Handle();
                CLEANER.register(handle, new Release());
                return handle;
              }

              static synchronized int live() {
                return live;
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
