package org.resilio.breaker;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

final class RetryBudget {
  private final CircuitBreaker breaker = new CircuitBreaker(5, System::currentTimeMillis);
  private double balance = 10;
  private int retries;
  private int exhausted;

  private synchronized boolean withdraw() {
    if (balance < 1) {
      return false;
    }
    balance -= 1;
    return true;
  }

  private synchronized void deposit() {
    balance = Math.min(10, balance + 0.1);
  }

  <T> Future<T> run(ExecutorService pool, Callable<T> body, T fallback) {
    return pool.submit(() -> {
      int attempt = 0;
      while (true) {
        try {
          T t = body.call();
          deposit();
          return breaker.call(() -> t, fallback);
        } catch (Exception e) {
          attempt++;
          if (attempt > 3 || !withdraw()) {
            exhausted++; // RACE rmw
            return fallback;
          }
          retried();
          Thread.sleep(ThreadLocalRandom.current().nextInt(10 << attempt));
        }
      }
    });
  }

  private void retried() {
    synchronized (breaker) {
      retries++;
    }
  }

  int[] counters() {
    synchronized (breaker) {
      return new int[] {retries, exhausted};
    }
  }
}
