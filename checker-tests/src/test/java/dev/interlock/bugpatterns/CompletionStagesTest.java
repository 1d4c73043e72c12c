package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Stages that follow one another, and stages of one trigger. */
final class CompletionStagesTest {

  @Test
  void stagesThatHangOnEachOther() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.CompletableFuture;

            class Commands {
              private interface Device {
                boolean send(String command);
              }

              static CompletableFuture<Integer> sendAll(Device device, List<String> commands) {
                int[] sent = {0};
                CompletableFuture<Void> chain = CompletableFuture.completedFuture(null);
                for (String command : commands) {
                  chain =
                      chain.thenRunAsync(
                          () -> {
                            if (device.send(command)) {
                              sent[0]++;
                            }
                          });
                }
                return chain.thenApply(done -> sent[0]);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void stagesThatAllHangOnOneTrigger() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.CompletableFuture;

            class Commands {
              private interface Device {
                boolean send(String command);
              }

              static int[] sendAll(Device device, List<String> commands, CompletableFuture<Void> go) {
                int[] sent = {0};
                for (String command : commands) {
                  go.thenRunAsync(
                      () -> {
                        if (device.send(command)) {
                          sent[0]++; // BUG: UnsafeReadModifyWrite
                        }
                      });
                }
                return sent;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void stagesOfOneChainOnAPool() {
    CheckTester.of(
            """
            import java.util.concurrent.CompletableFuture;
            import java.util.concurrent.Executor;

            class Quote {
              private long total;

              static void ask(Executor pool) {
                Quote quote = new Quote();
                CompletableFuture.supplyAsync(() -> 3L, pool)
                    .thenApplyAsync(cents -> quote.total += cents, pool)
                    .thenAcceptAsync(cents -> quote.total += cents, pool);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void stagesOfTwoChainsOnAPool() {
    CheckTester.of(
            """
            import java.util.concurrent.CompletableFuture;
            import java.util.concurrent.Executor;

            class Quote {
              private long total;

              static void ask(Executor pool) {
                Quote quote = new Quote();
                CompletableFuture.supplyAsync(() -> 3L, pool)
                    .thenAccept(cents -> quote.total += cents); // BUG: UnsafeReadModifyWrite
                CompletableFuture.supplyAsync(() -> 4L, pool)
                    .thenAccept(cents -> quote.total += cents); // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void futureThatAnotherThreadCompletes() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.CompletableFuture;
            import java.util.concurrent.ScheduledExecutorService;
            import java.util.concurrent.TimeUnit;

            class Checkout {
              private final Remote remote = new Remote();

              CompletableFuture<Void> order(List<String> articles) {
                List<String> missing = new ArrayList<>();
                List<CompletableFuture<Void>> parts = new ArrayList<>();
                for (String article : articles) {
                  parts.add(
                      remote
                          .reserve(article)
                          .thenAccept(
                              ok -> {
                                if (!ok) {
                                  missing.add(article); // BUG: UnguardedCollectionMutation
                                }
                              }));
                }
                return CompletableFuture.allOf(parts.toArray(new CompletableFuture<?>[0]));
              }

              CompletableFuture<Void> none(List<String> articles) {
                List<String> missing = new ArrayList<>();
                for (String article : articles) {
                  CompletableFuture.completedFuture(article).thenAccept(missing::add);
                }
                return CompletableFuture.completedFuture(null);
              }
            }

            class Remote {
              private ScheduledExecutorService net;

              CompletableFuture<Boolean> reserve(String article) {
                CompletableFuture<Boolean> answer = new CompletableFuture<>();
                net.schedule(() -> answer.complete(article.isEmpty()), 1, TimeUnit.SECONDS);
                return answer;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void stagesOfFuturesThatOthersComplete() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.CompletableFuture;

            class Crawler {
              interface Site {
                CompletableFuture<String> read(String page);
              }

              private final Site site;
              private long letters;
              private int failures;
              private int single;

              Crawler(Site site) {
                this.site = site;
              }

              void read(List<String> pages) {
                for (String page : pages) {
                  site.read(page)
                      .thenAccept(text -> letters += text.length()) // BUG: UnsafeReadModifyWrite
                      .exceptionally(
                          failure -> {
                            failures++; // BUG: UnsafeReadModifyWrite
                            return null;
                          });
                }
              }

              void first(String page) {
                site.read(page).thenAccept(text -> single++);
              }

              static int lengths(List<CompletableFuture<String>> texts) {
                List<Integer> lengths = new ArrayList<>();
                for (CompletableFuture<String> text : texts) {
                  text.thenAccept(t -> lengths.add(t.length())); // BUG: UnguardedCollectionMutation
                }
                CompletableFuture.allOf(texts.toArray(new CompletableFuture<?>[0])).join();
                return lengths.size();
              }

              static CompletableFuture<List<String>> texts(List<CompletableFuture<String>> texts) {
                return CompletableFuture.allOf(texts.toArray(new CompletableFuture<?>[0]))
                    .thenApply(
                        all -> {
                          List<String> found = new ArrayList<>();
                          for (CompletableFuture<String> text : texts) {
                            found.add(text.join());
                          }
                          return found;
                        });
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
