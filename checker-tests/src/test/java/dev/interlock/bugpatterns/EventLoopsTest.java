package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** What one loop runs, turn after turn. */
final class EventLoopsTest {

  @Test
  void whatALoopRunsThatTakesItFromItsQueue() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.BlockingQueue;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.LinkedBlockingQueue;

            class Table {
              private static final class Loop {
                private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();

                void start() {
                  new Thread(this::drain).start();
                }

                void post(Runnable task) {
                  work.add(task);
                }

                private void drain() {
                  try {
                    while (true) {
                      work.take().run();
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }
              }

              private final Loop loop = new Loop();
              private int pot;
              private int spectators;

              private void bet(int amount) {
                loop.post(() -> pot += amount);
              }

              private void watch() {
                spectators++; // BUG: UnsafeReadModifyWrite
              }

              static void evening(ExecutorService connections, List<String> players) {
                Table table = new Table();
                table.loop.start();
                for (String player : players) {
                  connections.execute(() -> table.bet(50));
                  connections.execute(table::watch);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void handlersOfTheEventLoop() {
    CheckTester.of(
            """
            import javax.swing.JButton;
            import javax.swing.SwingUtilities;
            import java.awt.event.ActionEvent;
            import java.util.concurrent.ExecutorService;

            class Viewer {
              private int loading;

              Viewer(JButton button) {
                button.addActionListener(this::reload);
              }

              private void reload(ActionEvent event) {
                loading++;
              }

              void prefetch(ExecutorService io) {
                io.execute(() -> SwingUtilities.invokeLater(() -> loading++));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void workersThatHandlersOfTheEventLoopStart() {
    CheckTester.of(
            """
            import javax.swing.JButton;
            import java.util.concurrent.ExecutorService;

            class Browser {
              private int clicks;
              private long bytes;

              Browser(JButton button, ExecutorService io) {
                button.addActionListener(
                    event -> {
                      clicks++;
                      io.execute(() -> bytes += 10); // BUG: UnsafeReadModifyWrite
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
