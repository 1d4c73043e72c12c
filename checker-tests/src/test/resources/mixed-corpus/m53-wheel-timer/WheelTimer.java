package wheel;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Hashed wheel timer. Timeouts are added and cancelled by any thread and fire on the worker. */
public class WheelTimer {

    private final Worker worker = new Worker();
    private final Thread thread;
    private final AtomicInteger state = new AtomicInteger();
    private final CountDownLatch started = new CountDownLatch(1);
    private final Queue<WheelTimeout> added = new ConcurrentLinkedQueue<>();
    private final Queue<WheelTimeout> cancelled = new ConcurrentLinkedQueue<>();
    private final AtomicLong pending = new AtomicLong();
    private final long maxPending;
    private final long tickNanos;
    private volatile long startTime;
    private volatile long cancelCount;
    private volatile long expiredCount;

    public WheelTimer(ThreadFactory factory, long tickNanos, long maxPending) {
        this.thread = factory.newThread(worker);
        this.tickNanos = tickNanos;
        this.maxPending = maxPending;
    }

    public void start() {
        switch (state.get()) {
            case 0 -> {
                if (state.compareAndSet(0, 1)) {
                    thread.start();
                }
            }
            case 2 -> throw new IllegalStateException("stopped");
            default -> {
            }
        }
        while (startTime == 0) {
            try {
                started.await();
            } catch (InterruptedException ignore) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    public WheelTimeout newTimeout(Runnable task, long delayNanos) {
        long n = pending.incrementAndGet();
        if (maxPending > 0 && n > maxPending) {
            pending.decrementAndGet();
            throw new RejectedExecutionException("too many timeouts: " + n);
        }
        start();
        WheelTimeout t = new WheelTimeout(this, task, System.nanoTime() + delayNanos - startTime);
        added.add(t);
        return t;
    }

    void onCancel(WheelTimeout t) {
        cancelled.add(t);
        cancelCount++; // RACE rmw #1
    }

    public void stop() {
        if (state.getAndSet(2) == 1) {
            thread.interrupt();
        }
    }

    public long pending() {
        return pending.get();
    }

    public long cancelCount() {
        return cancelCount;
    }

    public long expiredCount() {
        return expiredCount;
    }

    private final class Worker implements Runnable {

        private final WheelTimeout[] heads = new WheelTimeout[512];
        private long tick;

        @Override
        public void run() {
            long now = System.nanoTime();
            startTime = now == 0 ? 1 : now;
            started.countDown();
            do {
                long deadline = waitForTick();
                if (deadline > 0) {
                    int idx = (int) (tick & heads.length - 1);
                    processCancelled();
                    transfer();
                    expire(idx, deadline);
                    tick++;
                }
            } while (state.get() == 1);
        }

        private long waitForTick() {
            long deadline = tickNanos * (tick + 1);
            while (true) {
                long now = System.nanoTime() - startTime;
                long sleepMs = (deadline - now + 999_999) / 1_000_000;
                if (sleepMs <= 0) {
                    return now;
                }
                try {
                    Thread.sleep(sleepMs);
                } catch (InterruptedException e) {
                    if (state.get() == 2) {
                        return Long.MIN_VALUE;
                    }
                }
            }
        }

        private void transfer() {
            for (int i = 0; i < 100_000; i++) {
                WheelTimeout t = added.poll();
                if (t == null) {
                    break;
                }
                if (t.isCancelled()) {
                    continue;
                }
                long at = Math.max(t.deadline / tickNanos, tick);
                t.rounds = (at - tick) / heads.length;
                t.bucket = (int) (at & heads.length - 1);
                t.next = heads[t.bucket];
                if (t.next != null) {
                    t.next.prev = t;
                }
                heads[t.bucket] = t;
            }
        }

        private void processCancelled() {
            WheelTimeout t;
            while ((t = cancelled.poll()) != null) {
                unlink(t);
                pending.decrementAndGet();
            }
        }

        private void expire(int idx, long deadline) {
            WheelTimeout t = heads[idx];
            while (t != null) {
                WheelTimeout next = t.next;
                if (t.rounds > 0) {
                    t.rounds--;
                } else {
                    unlink(t);
                    if (t.expire()) {
                        pending.decrementAndGet();
                        expiredCount++;
                    }
                }
                t = next;
            }
        }

        private void unlink(WheelTimeout t) {
            if (t.bucket < 0) {
                return;
            }
            if (t.prev != null) {
                t.prev.next = t.next;
            } else {
                heads[t.bucket] = t.next;
            }
            if (t.next != null) {
                t.next.prev = t.prev;
            }
            t.prev = null;
            t.next = null;
            t.bucket = -1;
        }
    }
}
