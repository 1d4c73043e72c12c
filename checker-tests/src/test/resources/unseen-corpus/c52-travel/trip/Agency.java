package trip;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** Answers its customers one after the other: the next plan begins when the previous is complete. */
public class Agency {
  private final ItineraryBuilder builder;
  private final Queue<String> journal = new ArrayDeque<>();
  private int served;

  public Agency(ItineraryBuilder builder) {
    this.builder = builder;
  }

  public String serve(String... cities) {
    CompletableFuture<Void> tail = CompletableFuture.completedFuture(null);
    for (String city : cities) {
      tail = tail.thenCompose(v -> builder.plan("home", city)).thenAccept(plan -> {
        served++;
        journal.add(served + ": " + plan);
      });
    }
    tail.join();
    return journal.toString();
  }
}
