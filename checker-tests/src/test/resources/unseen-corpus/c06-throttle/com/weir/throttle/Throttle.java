package com.weir.throttle;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

public interface Throttle {
  boolean tryPass();

  void pass() throws InterruptedException;

  static <T> Future<T> submit(ExecutorService pool, Throttle throttle, Callable<T> work) {
    return pool.submit(() -> {
      throttle.pass();
      return work.call();
    });
  }
}
