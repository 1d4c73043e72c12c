package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Threads that serve as long as their object lives, and threads for one request each. */
final class ServiceThreadsTest {
  private static final String OWNER =
      """
      class Body {
        static void main() {
          Heart heart = new Heart();
          System.out.println(heart);
        }
      }
      """;

  @Test
  void threadThatGoesRoundWhileTheObjectLives() {
    CheckTester.of(
            """
            class Simulation {
              private volatile boolean running = true;
              private long ticks;

              void resume() {
                new Thread(this::simulate).start();
              }

              void pause() {
                running = false;
              }

              private void simulate() {
                while (running) {
                  ticks++;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadThatGoesRoundUntilItIsInterrupted() {
    CheckTester.of(
            """
            class Simulation {
              private long ticks;

              void resume() {
                new Thread(this::simulate).start();
              }

              private void simulate() {
                while (!Thread.currentThread().isInterrupted()) {
                  ticks++;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadForEachRequest() {
    CheckTester.of(
            """
            import java.io.BufferedReader;
            import java.io.IOException;

            class Server {
              private long lines;

              void accept(BufferedReader request) {
                new Thread(() -> serve(request)).start();
              }

              private void serve(BufferedReader request) {
                try {
                  while (request.readLine() != null) {
                    lines++; // BUG: UnsafeReadModifyWrite
                  }
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadThatGoesRoundForEachConnection() {
    CheckTester.of(
            """
            import java.util.concurrent.BlockingQueue;

            class Server {
              private volatile boolean running = true;
              private long bytes;

              void accept(BlockingQueue<byte[]> connection) {
                new Thread(
                        () -> {
                          while (running) {
                            byte[] packet = connection.poll();
                            bytes += packet.length; // BUG: UnsafeReadModifyWrite
                          }
                        })
                    .start();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadForEachPieceOfWork() {
    CheckTester.of(
            """
            class Simulation {
              private long ticks;

              void advance() {
                new Thread(this::simulate).start();
              }

              private void simulate() {
                for (int i = 0; i < 100; i++) {
                  ticks++; // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void fieldGetsItsFirstValueBehindTheStart() {
    CheckTester.of(
            OWNER,
            """
            class Heart {
              private final Thread thread = beating();
              private long beats = 0;

              private Thread beating() {
                Thread started = new Thread(this::beat);
                started.start();
                return started;
              }

              private void beat() {
                beats++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
