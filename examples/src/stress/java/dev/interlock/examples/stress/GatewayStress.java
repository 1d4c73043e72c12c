package dev.interlock.examples.stress;

import dev.interlock.examples.middleware.Backend;
import dev.interlock.examples.middleware.BreakerSettings;
import dev.interlock.examples.middleware.BuggyGateway;
import dev.interlock.examples.middleware.Gateway;
import dev.interlock.examples.middleware.GatewaySettings;
import dev.interlock.examples.middleware.Reply;
import dev.interlock.examples.middleware.RetryStatistics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The middleware as a whole. The backend always answers and there is a permit for every worker;
 * lost are the requests that the statistics do not know, whether they went uncounted or were turned
 * away.
 */
final class GatewayStress {
  private static final int REQUESTS = 10_000;
  private static final int PERMITS = 16;
  private static final GatewaySettings SETTINGS =
      new GatewaySettings(
          1,
          Duration.ZERO,
          Duration.ofMinutes(1),
          new BreakerSettings(REQUESTS, Long.MAX_VALUE, Long.MAX_VALUE, System::nanoTime),
          PERMITS,
          Duration.ofSeconds(1));

  private GatewayStress() {}

  static List<Version> versions() {
    return List.of(
        version("BuggyGateway", BuggyGateway::new, BuggyGateway::send, BuggyGateway::statistics),
        version("Gateway.withMutexes", Gateway::withMutexes, Gateway::send, Gateway::statistics),
        version("Gateway.withAtomics", Gateway::withAtomics, Gateway::send, Gateway::statistics));
  }

  private static <G extends AutoCloseable> Version version(
      String name,
      BiFunction<Backend, GatewaySettings, G> constructor,
      BiFunction<G, String, CompletableFuture<Reply>> send,
      Function<G, RetryStatistics> statistics) {
    Version once =
        new Version(
            "middleware",
            name,
            () -> {
              G gateway = constructor.apply((request, timeout) -> request, SETTINGS);
              try {
                CompletableFuture<?>[] replies =
                    IntStream.range(0, REQUESTS)
                        .mapToObj(i -> send.apply(gateway, "request-" + i))
                        .toArray(CompletableFuture<?>[]::new);
                CompletableFuture.allOf(replies).join();
                return Outcome.found(statistics.apply(gateway).operations(), REQUESTS);
              } finally {
                gateway.close();
              }
            });
    return once.repeated();
  }
}
