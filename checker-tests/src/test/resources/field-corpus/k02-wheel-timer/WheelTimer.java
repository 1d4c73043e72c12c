package k02;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A hashed wheel: one worker thread advances the tick, everybody else only enqueues.
 */
public class WheelTimer {

    private static final AtomicIntegerFieldUpdater<WheelTimer> STATE =
            AtomicIntegerFieldUpdater.newUpdater(WheelTimer.class, "workerState");

    static final int INIT = 0;
    static final int STARTED = 1;
    static final int SHUTDOWN = 2;

    private final Worker worker = new Worker();
    private final Thread workerThread;
    @SuppressWarnings("unused")
    private volatile int workerState;

    private final long tickDuration;
    private final Bucket[] wheel;
    private final int mask;
    private final CountDownLatch startTimeInitialized = new CountDownLatch(1);
    private final Queue<Timeout> timeouts = new ConcurrentLinkedQueue<>();
    private final AtomicLong pendingTimeouts = new AtomicLong();
    private final long maxPending;
    private volatile long startTime;

    public WheelTimer(long tickMillis, int ticksPerWheel, long maxPending) {
        wheel = new Bucket[Integer.highestOneBit(ticksPerWheel)];
        for (int i = 0; i < wheel.length; i++) {
            wheel[i] = new Bucket();
        }
        mask = wheel.length - 1;
        tickDuration = TimeUnit.MILLISECONDS.toNanos(tickMillis);
        this.maxPending = maxPending;
        workerThread = new Thread(worker, "wheel-timer");
    }

    public void start() throws InterruptedException {
        switch (STATE.get(this)) {
            case INIT:
                if (STATE.compareAndSet(this, INIT, STARTED)) {
                    workerThread.start();
                }
                break;
            case STARTED:
                break;
            default:
                throw new IllegalStateException("cannot be started once stopped");
        }
        while (startTime == 0) {
            startTimeInitialized.await();
        }
    }

    public Timeout newTimeout(Runnable task, long delay, TimeUnit unit) throws InterruptedException {
        long pending = pendingTimeouts.incrementAndGet();
        if (maxPending > 0 && pending > maxPending) {
            pendingTimeouts.decrementAndGet();
            throw new RejectedExecutionException("too many timeouts: " + pending);
        }
        start();
        long deadline = System.nanoTime() + unit.toNanos(delay) - startTime;
        Timeout t = new Timeout(task, deadline);
        timeouts.add(t);
        return t;
    }

    public Set<Timeout> stop() throws InterruptedException {
        if (!STATE.compareAndSet(this, STARTED, SHUTDOWN)) {
            return Set.of();
        }
        workerThread.interrupt();
        workerThread.join();
        return worker.unprocessed;
    }

    private final class Worker implements Runnable {
        private final Set<Timeout> unprocessed = new HashSet<>();
        private long tick;

        @Override
        public void run() {
            startTime = System.nanoTime();
            if (startTime == 0) {
                startTime = 1;
            }
            startTimeInitialized.countDown();
            do {
                long deadline = waitForNextTick();
                if (deadline > 0) {
                    Bucket b = wheel[(int) (tick & mask)];
                    transferTimeouts();
                    b.expire(deadline);
                    tick++;
                }
            } while (STATE.get(WheelTimer.this) == STARTED);
            for (Bucket b : wheel) {
                unprocessed.addAll(b.entries);
            }
        }

        private void transferTimeouts() {
            for (int i = 0; i < 100_000; i++) {
                Timeout t = timeouts.poll();
                if (t == null) {
                    break;
                }
                long calculated = t.deadline / tickDuration;
                t.remainingRounds = (calculated - tick) / wheel.length;
                long ticks = Math.max(calculated, tick);
                wheel[(int) (ticks & mask)].entries.add(t);
            }
        }

        private long waitForNextTick() {
            long deadline = tickDuration * (tick + 1);
            for (;;) {
                long current = System.nanoTime() - startTime;
                long sleep = (deadline - current + 999_999) / 1_000_000;
                if (sleep <= 0) {
                    return current;
                }
                try {
                    Thread.sleep(sleep);
                } catch (InterruptedException e) {
                    if (STATE.get(WheelTimer.this) == SHUTDOWN) {
                        return Long.MIN_VALUE;
                    }
                }
            }
        }
    }

    private final class Bucket {
        private final ArrayList<Timeout> entries = new ArrayList<>();

        void expire(long deadline) {
            for (int i = entries.size() - 1; i >= 0; i--) {
                Timeout t = entries.get(i);
                if (t.remainingRounds <= 0) {
                    entries.remove(i);
                    pendingTimeouts.decrementAndGet();
                    t.expire();
                } else {
                    t.remainingRounds--;
                }
            }
        }
    }

    public static final class Timeout {
        private final Runnable task;
        private final long deadline;
        private final AtomicInteger state = new AtomicInteger();
        // set and counted down by the worker only
        long remainingRounds;

        Timeout(Runnable task, long deadline) {
            this.task = task;
            this.deadline = deadline;
        }

        public boolean cancel() {
            return state.compareAndSet(0, 1);
        }

        void expire() {
            if (state.compareAndSet(0, 2)) {
                task.run();
            }
        }
    }
}
