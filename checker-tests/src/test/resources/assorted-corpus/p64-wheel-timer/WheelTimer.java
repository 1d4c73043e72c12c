package io.cog.timer;

import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLong;

/** Hashed wheel: buckets belong to the worker; timeouts enter and are cancelled through queues. */
public class WheelTimer {
  private static final AtomicIntegerFieldUpdater<WheelTimer> WORKER_STATE =
      AtomicIntegerFieldUpdater.newUpdater(WheelTimer.class, "workerState");

  private volatile int workerState;
  private final Worker worker = new Worker();
  private final Thread workerThread = new Thread(worker, "wheel");
  private final CountDownLatch startTimeInitialized = new CountDownLatch(1);
  private final Queue<Timeout> timeouts = new ConcurrentLinkedQueue<>();
  private final Queue<Timeout> cancelled = new ConcurrentLinkedQueue<>();
  private final AtomicLong pending = new AtomicLong();
  private final Bucket[] wheel = new Bucket[256];
  private volatile long startTime;

  public WheelTimer() {
    for (int i = 0; i < wheel.length; i++) {
      wheel[i] = new Bucket();
    }
    workerThread.setDaemon(true);
  }

  public void start() throws InterruptedException {
    if (WORKER_STATE.compareAndSet(this, 0, 1)) {
      workerThread.start();
    }
    while (startTime == 0) {
      startTimeInitialized.await();
    }
  }

  public Timeout newTimeout(Runnable task, long millis, long maxPending) throws InterruptedException {
    long count = pending.incrementAndGet();
    if (maxPending > 0 && count > maxPending) {
      pending.decrementAndGet();
      throw new IllegalStateException("too many timeouts: " + count);
    }
    start();
    Timeout t = new Timeout(task, System.nanoTime() + millis * 1_000_000 - startTime);
    timeouts.add(t);
    return t;
  }

  final class Timeout {
    private static final int INIT = 0;
    private static final int CANCELLED = 1;
    private static final int EXPIRED = 2;
    private final java.util.concurrent.atomic.AtomicInteger state = new java.util.concurrent.atomic.AtomicInteger(INIT);
    final Runnable task;
    final long deadline;
    long remainingRounds;
    Timeout next;
    Timeout prev;
    Bucket bucket;

    Timeout(Runnable task, long deadline) {
      this.task = task;
      this.deadline = deadline;
    }

    public boolean cancel() {
      if (!state.compareAndSet(INIT, CANCELLED)) {
        return false;
      }
      cancelled.add(this);
      return true;
    }

    void expire() {
      if (state.compareAndSet(INIT, EXPIRED)) {
        task.run();
      }
    }
  }

  private static final class Bucket {
    private Timeout head;
    private Timeout tail;
    private int length;

    void add(Timeout t) {
      t.bucket = this;
      if (head == null) {
        head = tail = t;
      } else {
        tail.next = t;
        t.prev = tail;
        tail = t;
      }
      length++;
    }

    Timeout remove(Timeout t) {
      Timeout next = t.next;
      if (t.prev != null) {
        t.prev.next = next;
      }
      if (next != null) {
        next.prev = t.prev;
      }
      if (t == head) {
        head = next;
      }
      if (t == tail) {
        tail = t.prev;
      }
      t.prev = t.next = null;
      t.bucket = null;
      length--;
      return next;
    }
  }

  private final class Worker implements Runnable {
    private final Set<Timeout> unprocessed = new HashSet<>();
    private long tick;

    @Override
    public void run() {
      startTime = Math.max(1, System.nanoTime());
      startTimeInitialized.countDown();
      do {
        java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        Bucket b = wheel[(int) (tick & (wheel.length - 1))];
        processCancelled();
        transfer();
        expire(b);
        tick++;
      } while (workerState == 1);
      Timeout t;
      while ((t = timeouts.poll()) != null) {
        unprocessed.add(t);
      }
    }

    private void processCancelled() {
      Timeout t;
      while ((t = cancelled.poll()) != null) {
        if (t.bucket != null) {
          t.bucket.remove(t);
          pending.decrementAndGet();
        }
      }
    }

    private void transfer() {
      for (int i = 0; i < 100_000; i++) {
        Timeout t = timeouts.poll();
        if (t == null) {
          break;
        }
        long calculated = t.deadline / 10_000_000;
        t.remainingRounds = (calculated - tick) / wheel.length;
        wheel[(int) (Math.max(calculated, tick) & (wheel.length - 1))].add(t);
      }
    }

    private void expire(Bucket b) {
      Timeout t = b.head;
      while (t != null) {
        Timeout next = t.next;
        if (t.remainingRounds <= 0) {
          next = b.remove(t);
          pending.decrementAndGet();
          t.expire();
        } else {
          t.remainingRounds--;
        }
        t = next;
      }
    }
  }

  public void stop() {
    WORKER_STATE.set(this, 2);
  }
}
