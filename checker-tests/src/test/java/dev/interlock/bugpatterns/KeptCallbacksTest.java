package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Callbacks that are kept until the answer to a request comes. */
final class KeptCallbacksTest {
  private static final String NETWORK =
      """
      import java.util.ArrayDeque;
      import java.util.Queue;

      class Response {
        private final Runnable callback;

        Response(Runnable callback) {
          this.callback = callback;
        }

        void complete() {
          callback.run();
        }
      }

      class Network {
        private final Queue<Response> answers = new ArrayDeque<>();

        void send(Runnable callback) {
          answers.add(new Response(callback));
        }

        void poll() {
          for (Response next = answers.poll(); next != null; next = answers.poll()) {
            next.complete();
          }
        }
      }

      class Admin implements Runnable {
        private final Network network = new Network();

        @Override
        public void run() {
          while (true) {
            network.send(() -> {});
            network.poll();
          }
        }

        static void start() {
          new Thread(new Admin()).start();
        }
      }
      """;

  @Test
  void threadThatSendsPollsForItsOwnAnswers() {
    CheckTester.of(
            NETWORK,
            """
            import java.util.HashSet;
            import java.util.Set;

            class Sender implements Runnable {
              private final Network network = new Network();
              private final Set<String> muted = new HashSet<>();

              @Override
              public void run() {
                while (true) {
                  muted.add("a");
                  network.send(() -> muted.remove("a"));
                  network.poll();
                }
              }

              static void start() {
                new Thread(new Sender()).start();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadThatPollsAnswersWhoeverHasSentWithoutOneOfItsOwn() {
    CheckTester.of(
            NETWORK,
            """
            import java.util.HashSet;
            import java.util.Set;

            class Sender {
              private final Network network;
              private final Set<String> muted = new HashSet<>();

              Sender(Network network) {
                this.network = network;
              }

              void send() {
                network.send(() -> muted.remove("a")); // BUG: UnguardedCollectionMutation
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
