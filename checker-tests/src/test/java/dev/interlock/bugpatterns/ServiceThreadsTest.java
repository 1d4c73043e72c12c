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

  private static final String CLIENT =
      """
      class Client {
        private final Receiver receiver = new Receiver();

        void connect(String address) {
          new Thread(() -> receiver.receive(address)).start();
        }
      }
      """;

  private static final String SESSION =
      """
      class Session {
        private volatile boolean connected;
        private Thread thread;
        private int packets;

        void connect() {
          connect(10);
        }

        void connect(int seconds) {
          %s
          connected = true;
          thread = new Thread(this::serve);
          thread.start();
          %s
        }

        private void greet(int seconds) {
          for (int i = 0; i < seconds; i++) {
            receive();
          }
        }

        private void serve() {
          while (connected && thread != null) {
            receive();
          }
        }

        private void receive() {
          packets++;%s
        }
      }
      """;

  private static final String RECEIVER =
      """
      class Receiver implements Runnable {
        private volatile boolean closed;
        private String from;
        private int packets;

        void receive(String address) {
          from = address;
          new Thread(this, from).start();
        }

        void close() {
          closed = true;
        }

        private boolean isClosed() {
          return closed;
        }

        @Override
        public void run() {
          %s {
            packets++;%s
          }
        }
      }
      """;

  private static final String PLAYER =
      """
      class Player implements Runnable {
        protected Thread thread;
        private String track;
        private int played;

        void play(String next) {
          track = next;
          %snew Thread(this, track);
          thread.start();
        }

        @Override
        public void run() {
          for (int i = 0; i < track.length(); i++) {
            played++;%s
          }
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
  void objectThatServesAConnectionOnAThreadOfAPool() {
    CheckTester.of(
            """
            import java.io.IOException;
            import java.io.InputStream;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicBoolean;

            class Reader implements Runnable {
              private final ExecutorService pool;
              private final AtomicBoolean running = new AtomicBoolean();
              private InputStream in;
              private int position;

              Reader(ExecutorService pool) {
                this.pool = pool;
              }

              void read(InputStream from) {
                in = from;
                running.set(true);
                pool.submit(this);
              }

              @Override
              public void run() {
                try {
                  while (running.get() && !Thread.interrupted()) {
                    position += in.read();
                  }
                } catch (IOException e) {
                  running.set(false);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void objectThatIsHandedToAPoolForEachPieceOfWork() {
    CheckTester.of(
            """
            import java.io.IOException;
            import java.io.InputStream;
            import java.util.concurrent.ExecutorService;

            class Reader implements Runnable {
              private final ExecutorService pool;
              private InputStream in;
              private int position;

              Reader(ExecutorService pool) {
                this.pool = pool;
              }

              void read(InputStream from) {
                in = from;
                pool.submit(this);
              }

              @Override
              public void run() {
                try {
                  position += in.read(); // BUG: UnsafeReadModifyWrite
                } catch (IOException e) {
                  System.out.println(e);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void objectThatIsServedBySeveralThreads() {
    CheckTester.of(
            """
            import java.util.concurrent.BlockingQueue;
            import java.util.concurrent.ExecutorService;

            class Workers implements Runnable {
              private final BlockingQueue<Runnable> work;
              private volatile boolean running = true;
              private int done;

              Workers(BlockingQueue<Runnable> work) {
                this.work = work;
              }

              void hire(ExecutorService pool, int count) {
                for (int i = 0; i < count; i++) {
                  pool.submit(this);
                }
              }

              @Override
              public void run() {
                while (running) {
                  work.remove().run();
                  done++; // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadsThatServeOneObjectEachAndShareAnother() {
    CheckTester.of(
            """
            class Total {
              int packets;
            }
            """,
            """
            class Receiver implements Runnable {
              private final Total total;
              private volatile boolean closed;

              Receiver(Total total) {
                this.total = total;
              }

              void receive(String address) {
                new Thread(this, address).start();
              }

              @Override
              public void run() {
                while (!closed) {
                  total.packets++; // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """,
            """
            import java.util.List;

            class Client {
              private final Total total = new Total();

              void connect(List<String> addresses) {
                for (String address : addresses) {
                  new Receiver(total).receive(address);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void greetingBeforeTheThreadIsLaunchedThatGoesOn() {
    CheckTester.of(SESSION.formatted("greet(seconds);", "", "")).reportsWhatIsMarked();
  }

  @Test
  void greetingBesideTheThreadThatGoesOn() {
    CheckTester.of(SESSION.formatted("", "greet(seconds);", " // BUG: UnsafeReadModifyWrite"))
        .reportsWhatIsMarked();
  }

  @Test
  void connectionThatOpensItsThreadInTheTaskOfACaller() {
    CheckTester.of(CLIENT, RECEIVER.formatted("while (!isClosed())", "")).reportsWhatIsMarked();
  }

  @Test
  void requestThatIsReceivedInTheTaskOfACaller() {
    CheckTester.of(
            CLIENT,
            RECEIVER.formatted("for (int i = 0; i < 10; i++)", " // BUG: UnsafeReadModifyWrite"))
        .reportsWhatIsMarked();
  }

  @Test
  void threadWhoseHandleIsKept() {
    CheckTester.of(PLAYER.formatted("thread = ", "")).reportsWhatIsMarked();
  }

  @Test
  void threadWhoseHandleIsLost() {
    CheckTester.of(PLAYER.formatted("Thread thread = ", " // BUG: UnsafeReadModifyWrite"))
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

  @Test
  void threadThatAMethodCalledStartStarts() {
    CheckTester.of(
            """
            import java.util.function.Supplier;

            class Feed {
              private volatile boolean stopped;
              private volatile long decoded;
              private int index;

              void start(Supplier<byte[]> source) {
                Thread feed =
                    new Thread(
                        () -> {
                          while (!stopped) {
                            index = (index + 1) % 16;
                            decoded += source.get().length;
                          }
                        });
                feed.start();
              }

              long decoded() {
                return decoded;
              }

              void stop() {
                stopped = true;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadsThatAMethodAddsOneByOne() {
    CheckTester.of(
            """
            import java.util.function.Supplier;

            class Feed {
              private volatile boolean stopped;
              private volatile long decoded;

              void addReader(Supplier<byte[]> source) {
                Thread feed =
                    new Thread(
                        () -> {
                          while (!stopped) {
                            decoded += source.get().length; // BUG: UnsafeReadModifyWrite
                          }
                        });
                feed.start();
              }

              void stop() {
                stopped = true;
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
