package dev.lattice.sync;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A service that asks for flags on its request threads. */
final class FlagClient {
  private final ExecutorService requests = Executors.newFixedThreadPool(16);
  private final FeatureFlags flags = new FeatureFlags(requests);
  private final Guard own = new Guard();
  private int enabled;
  private int handled;

  void handle(String feature) {
    requests.execute(() -> {
      try {
        if (flags.evaluate(feature)) {
          own.enter();
          try {
            enabled++;
          } finally {
            own.close();
          }
        }
        try (Guard g = new Guard().enter()) {
          handled++; // RACE wrong-lock
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
  }

  int[] counters() {
    return new int[] {enabled, handled};
  }
}
