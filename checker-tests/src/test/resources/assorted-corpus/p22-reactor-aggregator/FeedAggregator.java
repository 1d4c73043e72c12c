package io.newsroom.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

public class FeedAggregator {

  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private int downloaded;
  private final AtomicInteger inFlight = new AtomicInteger();

  interface Client {
    String fetch(String url);
  }

  private final Client client;

  public FeedAggregator(Client client) {
    this.client = client;
  }

  public Mono<List<String>> fetchAll(List<String> urls) {
    return Flux.fromIterable(urls)
        .flatMap(url -> Mono.fromCallable(() -> fetch(url)).subscribeOn(Schedulers.boundedElastic()), 16)
        .collectList();
  }

  private String fetch(String url) {
    inFlight.incrementAndGet();
    try {
      String body = client.fetch(url);
      downloaded++; // RACE rmw
      return body;
    } catch (RuntimeException e) {
      Integer n = failures.get(url); // RACE check-then-act #1
      failures.put(url, n == null ? 1 : n + 1); // RACE check-then-act #1
      return "";
    } finally {
      inFlight.decrementAndGet();
    }
  }

  /** The downstream of flatMap is serialised, so this map has one visitor at a time. */
  public Mono<Map<Integer, Integer>> lengths(List<String> urls) {
    return Mono.defer(() -> {
      Map<Integer, Integer> histogram = new HashMap<>();
      return Flux.fromIterable(urls)
          .flatMap(url -> Mono.fromCallable(() -> client.fetch(url)).subscribeOn(Schedulers.parallel()))
          .doOnNext(body -> histogram.put(body.length(), histogram.getOrDefault(body.length(), 0) + 1))
          .then(Mono.fromSupplier(() -> histogram));
    });
  }

  public Mono<Integer> countWords(List<String> urls) {
    int[] words = {0};
    return Flux.fromIterable(urls)
        .parallel()
        .runOn(Schedulers.parallel())
        .doOnNext(url -> words[0] += client.fetch(url).split(" ").length) // RACE rmw
        .sequential()
        .then(Mono.fromSupplier(() -> words[0]));
  }

  public Mono<Integer> countWordsReduced(List<String> urls) {
    return Flux.fromIterable(urls)
        .parallel()
        .runOn(Schedulers.parallel())
        .map(url -> client.fetch(url).split(" ").length)
        .reduce(Integer::sum);
  }

  public Flux<List<String>> windows(Flux<String> source) {
    return source.bufferTimeout(100, Duration.ofMillis(50)).map(ArrayList::new);
  }
}
