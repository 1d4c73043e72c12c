package dev.interlock.examples.cache;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Brings price changes into a cache, and offers out of it, on the same pool of workers. */
public final class PriceFeed implements AutoCloseable {
  private static final int WORKERS = 8;

  private final PriceCache cache;
  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);

  /** A feed of this cache. */
  public PriceFeed(PriceCache cache) {
    this.cache = cache;
  }

  /** Sets these prices in the background; the promise is kept when all of them are set. */
  public CompletableFuture<Void> publish(Map<String, Long> prices) {
    return CompletableFuture.allOf(
        prices.entrySet().stream()
            .map(price -> set(price.getKey(), price.getValue()))
            .toArray(CompletableFuture<?>[]::new));
  }

  private CompletableFuture<Void> set(String product, long cents) {
    return CompletableFuture.runAsync(() -> cache.set(product, cents), workers);
  }

  /** Asks for an offer in the background. */
  public CompletableFuture<Optional<Quote>> request(String product) {
    return CompletableFuture.supplyAsync(() -> cache.quote(product), workers);
  }

  /** Takes no more changes and requests; those already taken are still worked on. */
  @Override
  public void close() {
    workers.shutdown();
  }
}
