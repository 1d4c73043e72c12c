package com.postmortem.crash;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Sees every thread of the application die, some of them at the same time. */
class CrashReporter implements UncaughtExceptionHandler {
  private final List<String> traces = new ArrayList<>();
  private int crashes;

  void install() {
    Thread.setDefaultUncaughtExceptionHandler(this);
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    crashes++; // RACE rmw
    traces.add(thread.getName() + ": " + failure); // RACE unsafe-collection
  }

  int crashes() {
    return crashes;
  }
}

class QuietCrashReporter {
  private final Map<String, Integer> byType = new ConcurrentHashMap<>();
  private final AtomicReference<Throwable> first = new AtomicReference<>();
  private int crashes;

  void install() {
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> note(failure));
  }

  private void note(Throwable failure) {
    first.compareAndSet(null, failure); // only the first one wants to be kept
    byType.merge(failure.getClass().getName(), 1, Integer::sum);
    synchronized (this) {
      crashes++;
    }
  }

  synchronized int crashes() {
    return crashes;
  }
}

/** The handler of a single worker: that worker can die only once. */
class WorkerGuard {
  private Throwable cause;
  private int restarts;
  private int deaths;

  void supervise(Runnable work) throws InterruptedException {
    while (restarts < 3) {
      cause = null;
      Thread worker = new Thread(work, "worker-" + restarts);
      worker.setUncaughtExceptionHandler((thread, failure) -> cause = failure);
      worker.start();
      worker.join();
      if (cause == null) {
        return;
      }
      restarts++;
    }
  }

  int deaths() {
    return deaths;
  }

  /** Many workers under one guard. */
  void superviseAll(List<Runnable> works) {
    for (Runnable work : works) {
      Thread worker = new Thread(work);
      worker.setUncaughtExceptionHandler((thread, failure) -> deaths++); // RACE rmw
      worker.start();
    }
  }
}
