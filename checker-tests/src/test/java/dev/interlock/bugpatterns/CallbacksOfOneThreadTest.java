package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Functions that the thread which made them calls itself, sooner or later. */
final class CallbacksOfOneThreadTest {

  @Test
  void callbackThatItsMakerCallsInALaterTurn() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.function.Consumer;

            class Courier {
              private static final class Parcel {
                private final Consumer<String> callback;

                private Parcel(Consumer<String> callback) {
                  this.callback = callback;
                }

                private void arrive() {
                  callback.accept("delivered");
                }
              }

              private static final class Post {
                private final List<Parcel> waiting = new ArrayList<>();

                private synchronized void send(int id, Consumer<String> callback) {
                  waiting.add(new Parcel(callback));
                }

                private synchronized List<Parcel> arrived() {
                  return new ArrayList<>(waiting);
                }
              }

              private static final class Sender implements Runnable {
                private final Post post = new Post();
                private int inFlight;

                @Override
                public void run() {
                  for (int turn = 0; turn < 100; turn++) {
                    step(turn);
                    for (Parcel parcel : post.arrived()) {
                      parcel.arrive();
                    }
                  }
                }

                private void step(int turn) {
                  inFlight++;
                  post.send(turn, reply -> inFlight--);
                }
              }

              private final Sender sender = new Sender();

              Courier() {
                new Thread(sender).start();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void callbackThatOthersMakeAsWell() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.function.Consumer;

            class Courier {
              private static final class Parcel {
                private final Consumer<String> callback;

                private Parcel(Consumer<String> callback) {
                  this.callback = callback;
                }

                private void arrive() {
                  callback.accept("delivered");
                }
              }

              private static final class Post {
                private final List<Parcel> waiting = new ArrayList<>();

                private synchronized void send(int id, Consumer<String> callback) {
                  waiting.add(new Parcel(callback));
                }

                private synchronized List<Parcel> arrived() {
                  return new ArrayList<>(waiting);
                }
              }

              private static final class Sender implements Runnable {
                private final Post post = new Post();
                private int inFlight;

                @Override
                public void run() {
                  for (int turn = 0; turn < 100; turn++) {
                    step(turn);
                    for (Parcel parcel : post.arrived()) {
                      parcel.arrive();
                    }
                  }
                }

                private void step(int turn) {
                  post.send(turn, reply -> inFlight--); // BUG: UnsafeReadModifyWrite
                }
              }

              private final Sender sender = new Sender();

              Courier() {
                new Thread(sender).start();
              }

              public void send(int id) {
                sender.step(id);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void nextCallBesideTheTaskOfTheLastOne() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Queue {
              private final ExecutorService worker = Executors.newSingleThreadExecutor();
              private int pending;

              void submit(Runnable task) {
                pending++; // BUG: UnsafeReadModifyWrite
                worker.execute(() -> {
                  task.run();
                  pending--; // BUG: UnsafeReadModifyWrite
                });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void callThatWaitsForItsTask() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Queue {
              private final ExecutorService worker = Executors.newSingleThreadExecutor();
              private int pending;

              void submit(Runnable task) throws Exception {
                pending++;
                worker.submit(() -> {
                  task.run();
                  pending--;
                }).get();
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
