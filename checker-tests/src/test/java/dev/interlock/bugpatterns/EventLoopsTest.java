package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import dev.interlock.testing.CompiledLibrary;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one loop runs, turn after turn. */
final class EventLoopsTest {
  private static final String LOOP =
      """
      package com.rail.net;

      import java.util.concurrent.Executor;

      public abstract class Loop extends Thread implements Executor {
        public abstract boolean inEventLoop();
      }
      """;

  private static final String HANDLER =
      """
      package com.rail.net;

      public abstract class Handler {
        protected abstract void received(byte[] bytes);
      }
      """;

  @TempDir Path library;

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

  @Test
  void threadThatIsAnExecutorRunsOneTaskAtATime() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class Signals {
              abstract static class Track extends Thread implements java.util.concurrent.Executor {}

              interface Line {
                Track track();
              }

              private static long wheels;

              private int trains;
              private int whistles;

              void roll(Line line) {
                line.track().execute(() -> wheels++); // BUG: UnsafeReadModifyWrite
              }

              void watch(Track track, ExecutorService pool, List<String> sections) {
                for (String section : sections) {
                  track.execute(() -> trains++);
                  pool.execute(() -> whistles++); // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void frameworkCallsBackOnTheLoopThatRunsWhatIsPosted() {
    CompiledLibrary.in(library, LOOP, HANDLER);
    CheckTester.of(
            """
            import com.rail.net.Handler;
            import com.rail.net.Loop;

            class Counter extends Handler {
              private final Loop loop;
              private int open;

              Counter(Loop loop) {
                this.loop = loop;
              }

              void expire() {
                loop.execute(() -> open--);
              }

              @Override
              protected void received(byte[] bytes) {
                open++;
              }
            }
            """)
        .withOptions("-classpath", library.toString())
        .reportsWhatIsMarked();
  }

  @Test
  void callersOfTheObjectComeFromAnywhere() {
    CompiledLibrary.in(library, LOOP, HANDLER);
    CheckTester.of(
            """
            import com.rail.net.Handler;
            import com.rail.net.Loop;
            import java.util.concurrent.ExecutorService;

            class Counter extends Handler {
              private final Loop loop;
              private final ExecutorService timers;
              private int open;
              private int late;

              Counter(Loop loop, ExecutorService timers) {
                this.loop = loop;
                this.timers = timers;
              }

              void expire() {
                loop.execute(() -> open--); // BUG: UnsafeReadModifyWrite
                timers.execute(() -> late++); // BUG: UnsafeReadModifyWrite
              }

              @Override
              protected void received(byte[] bytes) {
                late--; // BUG: UnsafeReadModifyWrite
              }

              public void count() {
                open++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .withOptions("-classpath", library.toString())
        .reportsWhatIsMarked();
  }

  @Test
  void executorThatIsCalledMainIsTheThreadOfTheCallers() {
    CheckTester.of(
            """
            import java.util.concurrent.Executor;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Loader {
              private final Executor mainThread;
              private final ExecutorService decoders = Executors.newFixedThreadPool(4);
              private int active;
              private long decoded;

              Loader(Executor mainThread) {
                this.mainThread = mainThread;
              }

              void load() {
                active++;
                decoders.execute(this::decode);
              }

              private void decode() {
                decoded++; // BUG: UnsafeReadModifyWrite
                mainThread.execute(() -> active--);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void executorThatIsCalledAnythingElseMayBeAPool() {
    CheckTester.of(
            """
            import java.util.concurrent.Executor;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Loader {
              private final Executor callbacks;
              private final ExecutorService decoders = Executors.newFixedThreadPool(4);
              private int active;

              Loader(Executor callbacks) {
                this.callbacks = callbacks;
              }

              void load() {
                active++; // BUG: UnsafeReadModifyWrite
                decoders.execute(this::decode);
              }

              private void decode() {
                callbacks.execute(() -> active--); // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void methodsOfAUserInterfaceAreCalledByItsThread() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import javax.swing.JButton;
            import javax.swing.JLabel;
            import javax.swing.SwingUtilities;
            import javax.swing.SwingWorker;

            class ImportDialog {
              private final JLabel status = new JLabel();
              private final JButton cancel = new JButton("Cancel");
              private final List<Importer> active = new ArrayList<>();
              private int running;
              private int rows;

              ImportDialog() {
                cancel.addActionListener(e -> active.clear());
              }

              void dropped(List<String> files) {
                for (String file : files) {
                  Importer importer = new Importer(file);
                  active.add(importer);
                  running++;
                  importer.execute();
                }
              }

              private class Importer extends SwingWorker<Integer, String> {
                private final String file;

                Importer(String file) {
                  this.file = file;
                }

                @Override
                protected Integer doInBackground() {
                  rows += file.length(); // BUG: UnsafeReadModifyWrite
                  SwingUtilities.invokeLater(() -> status.setText(file + " " + --running));
                  return 1;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void methodsOfOtherClassesAreCalledByAnyThread() {
    CheckTester.of(
            """
            import javax.swing.SwingUtilities;

            class Progress {
              private int running;

              void add() {
                running++; // BUG: UnsafeReadModifyWrite
              }

              void end() {
                SwingUtilities.invokeLater(() -> running--); // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
