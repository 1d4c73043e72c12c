package io.netreach.fetch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Fetches with retries. Requests for the same address share one future. */
public final class Fetcher {
  private final ExecutorService io = Executors.newFixedThreadPool(8);
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, CompletableFuture<String>> inFlight = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<String>> prefetched = new ConcurrentHashMap<>();
  private final Map<String, Integer> backoff = new HashMap<>();
  private int attempts;
  private int completed;
  private long characters;

  public CompletableFuture<String> fetch(String url) {
    CompletableFuture<String> mine = new CompletableFuture<>();
    CompletableFuture<String> other = inFlight.putIfAbsent(url, mine);
    if (other != null) {
      return other;
    }
    attempt(url, 3).whenComplete((text, e) -> {
      inFlight.remove(url, mine);
      if (e != null) {
        mine.completeExceptionally(e);
      } else {
        mine.complete(text);
      }
    });
    return mine;
  }

  public CompletableFuture<String> prefetch(String url) {
    CompletableFuture<String> f = prefetched.get(url); // RACE check-then-act #1
    if (f == null) {
      f = attempt(url, 1);
      prefetched.put(url, f); // RACE check-then-act #1
    }
    return f;
  }

  private CompletableFuture<String> attempt(String url, int left) {
    return CompletableFuture.supplyAsync(() -> download(url), io)
        .handle((text, e) -> {
          if (e == null || left == 0) {
            completed++; // RACE rmw
            return CompletableFuture.completedFuture(text);
          }
          return later(url, left - 1);
        })
        .thenCompose(f -> f);
  }

  private CompletableFuture<String> later(String url, int left) {
    CompletableFuture<String> f = new CompletableFuture<>();
    clock.execute(() -> {
      Integer seconds = backoff.get(url);
      int next = seconds == null ? 1 : Math.min(60, seconds * 2);
      backoff.put(url, next);
      clock.schedule(() -> {
        attempt(url, left).thenAccept(f::complete);
      }, next, TimeUnit.SECONDS);
    });
    return f;
  }

  private String download(String url) {
    attempts++; // RACE rmw
    return "<" + url + ">";
  }

  public List<String> pages(List<String> urls) {
    List<CompletableFuture<String>> fs = new ArrayList<>();
    urls.forEach(u -> fs.add(fetch(u)));
    List<String> texts = new ArrayList<>();
    for (CompletableFuture<String> f : fs) {
      String t = f.join();
      texts.add(t);
    }
    long sum = 0;
    for (String t : texts) {
      sum += t.length();
    }
    synchronized (this) {
      characters += sum;
    }
    return texts;
  }

  public synchronized long characters() {
    return characters;
  }

  public String stats() {
    return attempts + " attempts, " + completed + " completed";
  }
}
