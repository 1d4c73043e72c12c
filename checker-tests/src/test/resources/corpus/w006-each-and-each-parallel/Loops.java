package com.handloom.loops;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/** The company's loops: three run here, two run somewhere else. */
final class Loops {
  private static final ExecutorService POOL = Executors.newFixedThreadPool(4);

  private Loops() {}

  static <T> void each(List<T> items, Consumer<? super T> body) {
    for (T item : items) {
      body.accept(item);
    }
  }

  static void times(int n, IntConsumer body) {
    for (int i = 0; i < n; i++) {
      body.accept(i);
    }
  }

  static <T> List<T> mapped(List<T> items, UnaryOperator<T> function) {
    List<T> result = new ArrayList<>();
    each(items, item -> result.add(function.apply(item)));
    return result;
  }

  static <T> void eachAtOnce(List<T> items, Consumer<? super T> body) {
    CountDownLatch done = new CountDownLatch(items.size());
    for (T item : items) {
      POOL.execute(
          () -> {
            try {
              body.accept(item);
            } finally {
              done.countDown();
            }
          });
    }
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void timesAtOnce(int n, IntConsumer body) {
    List<Integer> numbers = new ArrayList<>();
    times(n, numbers::add);
    eachAtOnce(numbers, body::accept);
  }
}
