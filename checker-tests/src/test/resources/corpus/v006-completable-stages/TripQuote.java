package travel.wanderlust.quotes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Asks airlines and hotels at the same time and puts a quote together. */
class TripQuote {
  private final Executor pool;
  private final List<String> parts = new ArrayList<>();
  private long total;
  private int answers;
  private int errors;
  private int retries;

  TripQuote(Executor pool) {
    this.pool = pool;
  }

  /** The stages of one chain come one after the other. */
  long chain(String flight) {
    return CompletableFuture.supplyAsync(() -> price(flight), pool)
        .thenApply(
            cents -> {
              total += cents;
              return cents;
            })
        .thenApplyAsync(
            cents -> {
              total += cents / 10;
              parts.add(flight);
              return total;
            },
            pool)
        .join();
  }

  /** Two chains, each of which adds. */
  void pair(String flight, String hotel) {
    CompletableFuture<Void> a =
        CompletableFuture.supplyAsync(() -> price(flight), pool)
            .thenAccept(cents -> answers++); // RACE rmw #1
    CompletableFuture<Void> b =
        CompletableFuture.supplyAsync(() -> price(hotel), pool)
            .thenAccept(cents -> answers++); // RACE rmw #1
    CompletableFuture.allOf(a, b).join();
    answers += 2;
  }

  /** The results meet in one function, and after join they are the caller's. */
  long combined(String flight, String hotel) {
    long sum =
        CompletableFuture.supplyAsync(() -> price(flight), pool)
            .thenCombine(CompletableFuture.supplyAsync(() -> price(hotel), pool), Long::sum)
            .join();
    total += sum;
    return total;
  }

  /** Each future has its own result; they are added when all are there. */
  long all(List<String> hotels) {
    List<CompletableFuture<Long>> futures = new ArrayList<>();
    for (String hotel : hotels) {
      futures.add(CompletableFuture.supplyAsync(() -> price(hotel), pool));
    }
    CompletableFuture.allOf(futures.toArray(new CompletableFuture[0])).join();
    for (CompletableFuture<Long> future : futures) {
      total += future.join();
      parts.add("hotel");
    }
    return total;
  }

  /** One handler for each hotel, all on the same counter. */
  void careful(List<String> hotels) {
    for (String hotel : hotels) {
      CompletableFuture.supplyAsync(() -> price(hotel), pool)
          .exceptionally(
              e -> {
                errors++; // RACE rmw
                return 0L;
              })
          .thenRun(this::retried);
    }
  }

  private void retried() {
    retries = retries + 1; // RACE rmw
  }

  private static long price(String name) {
    return 100L * name.length();
  }

  static void quote(Executor pool, List<String> hotels) {
    TripQuote quote = new TripQuote(pool);
    quote.chain("VIE-LIS");
    quote.pair("VIE-LIS", "Tejo");
    quote.combined("VIE-OPO", "Douro");
    quote.all(hotels);
    quote.careful(hotels);
  }

  int problems() {
    return errors + retries;
  }
}
