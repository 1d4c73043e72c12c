package com.stubborn.retry;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs a call again until it works. The attempts of one call follow each other. */
public class Retrier {
  private final ScheduledExecutorService scheduler;
  private final FailureTracker tracker;
  private final int limit;

  public Retrier(ScheduledExecutorService scheduler, FailureTracker tracker, int limit) {
    this.scheduler = scheduler;
    this.tracker = tracker;
    this.limit = limit;
  }

  public <T> CompletableFuture<T> call(Callable<T> body) {
    Attempt<T> attempt = new Attempt<>(body);
    scheduler.execute(attempt);
    return attempt.result;
  }

  private final class Attempt<T> implements Runnable {
    private final Callable<T> body;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final StringBuilder trail = new StringBuilder();
    private int tries;
    private long backoff = 10;

    Attempt(Callable<T> body) {
      this.body = body;
    }

    @Override
    public void run() {
      tries++;
      try {
        T value = body.call();
        tracker.succeeded();
        result.complete(value);
      } catch (Exception e) {
        tracker.failed();
        trail.append(tries).append(": ").append(e).append('\n');
        if (tries >= limit || tracker.isTripped()) {
          result.completeExceptionally(new IllegalStateException(trail.toString(), e));
          return;
        }
        backoff *= 2;
        scheduler.schedule(this, backoff, TimeUnit.MILLISECONDS);
      }
    }
  }
}
