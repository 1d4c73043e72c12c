package dev.interlock.examples.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Makes threads collide. */
final class Contention {
  private static final int THREADS =
      Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors()));

  private Contention() {}

  /** One step of a contender; what it throws is an update that did not happen. */
  @FunctionalInterface
  interface Step {
    void run() throws Exception;
  }

  /** Runs the step this often in all, on several threads that start together. */
  static void run(int times, Step step) throws InterruptedException {
    runEach(times, () -> step);
  }

  /** Runs steps this often in all, on several threads that start together, each with its own. */
  static void runEach(int times, Supplier<Step> steps) throws InterruptedException {
    AtomicInteger waiting = new AtomicInteger(THREADS);
    List<Thread> contenders = new ArrayList<>();
    for (int contender = 0; contender < THREADS; contender++) {
      int share = times / THREADS + (contender < times % THREADS ? 1 : 0);
      Step step = steps.get();
      contenders.add(
          start(
              () -> {
                meet(waiting);
                repeat(share, step);
              }));
    }
    for (Thread contender : contenders) {
      contender.join();
    }
  }

  /** Starts a thread that does not keep the virtual machine alive if a trial hangs. */
  static Thread start(Runnable body) {
    Thread thread = new Thread(body, "contender");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** What a slow collaborator does, so that its callers overlap as they do in production. */
  static void pause() {
    LockSupport.parkNanos(1_000);
  }

  /** Spins, because threads that are woken up do not start at the same instant. */
  private static void meet(AtomicInteger waiting) {
    waiting.decrementAndGet();
    while (waiting.get() > 0) {
      Thread.onSpinWait();
    }
  }

  private static void repeat(int times, Step step) {
    for (int i = 0; i < times; i++) {
      try {
        step.run();
      } catch (Exception e) {
        // Shared state left broken shows as exceptions; the update is missing, and so is counted.
        Thread.onSpinWait();
      }
    }
  }
}
