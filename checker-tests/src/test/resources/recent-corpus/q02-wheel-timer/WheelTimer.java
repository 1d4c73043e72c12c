package io.spindle.util;

import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLong;

/** A hashed wheel; time-outs may be created by any thread. */
public class WheelTimer {

    private static final AtomicIntegerFieldUpdater<WheelTimer> STATE =
            AtomicIntegerFieldUpdater.newUpdater(WheelTimer.class, "workerState");
    private static final int INIT = 0;
    private static final int STARTED = 1;
    private static final int SHUTDOWN = 2;

    private final Worker worker = new Worker();
    private final Thread workerThread;
    @SuppressWarnings("unused")
    private volatile int workerState;
    private final long tickDuration;
    private final Bucket[] wheel;
    private final int mask;
    private final CountDownLatch startTimeInitialized = new CountDownLatch(1);
    private final Queue<Timeout> timeouts = new ConcurrentLinkedQueue<>();
    private final Queue<Timeout> cancelled = new ConcurrentLinkedQueue<>();
    private final AtomicLong pending = new AtomicLong();
    private volatile long startTime;

    public WheelTimer(ThreadFactory factory, long tick, TimeUnit unit, int ticksPerWheel) {
        wheel = new Bucket[Integer.highestOneBit(ticksPerWheel - 1) << 1];
        for (int i = 0; i < wheel.length; i++) {
            wheel[i] = new Bucket();
        }
        mask = wheel.length - 1;
        tickDuration = unit.toNanos(tick);
        workerThread = factory.newThread(worker);
    }

    public void start() throws InterruptedException {
        if (STATE.compareAndSet(this, INIT, STARTED)) {
            workerThread.start();
        } else if (workerState == SHUTDOWN) {
            throw new IllegalStateException("cannot be started once stopped");
        }
        while (startTime == 0) {
            startTimeInitialized.await();
        }
    }

    public void stop() {
        STATE.set(this, SHUTDOWN);
    }

    public Timeout newTimeout(Runnable task, long delay, TimeUnit unit) throws InterruptedException {
        long pendingCount = pending.incrementAndGet();
        if (pendingCount > 1_000_000) {
            pending.decrementAndGet();
            throw new RejectedExecutionException("too many pending timeouts: " + pendingCount);
        }
        start();
        Timeout t = new Timeout(task, System.nanoTime() + unit.toNanos(delay) - startTime);
        timeouts.add(t);
        return t;
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
                int idx = (int) (tick & mask);
                processCancelled();
                transfer();
                wheel[idx].expire(deadline);
                tick++;
            } while (workerState == STARTED);
            for (Bucket b : wheel) {
                b.drainTo(unprocessed);
            }
        }

        private void transfer() {
            for (Timeout t = timeouts.poll(); t != null; t = timeouts.poll()) {
                long calculated = t.deadline / tickDuration;
                t.rounds = (calculated - tick) / wheel.length;
                wheel[(int) (Math.max(calculated, tick) & mask)].add(t);
            }
        }

        private void processCancelled() {
            for (Timeout t = cancelled.poll(); t != null; t = cancelled.poll()) {
                if (t.bucket != null) {
                    t.bucket.remove(t);
                }
            }
        }

        private long waitForNextTick() {
            long until = tickDuration * (tick + 1);
            for (;;) {
                long now = System.nanoTime() - startTime;
                if (now >= until) {
                    return now;
                }
                try {
                    TimeUnit.NANOSECONDS.sleep(until - now);
                } catch (InterruptedException e) {
                    if (workerState == SHUTDOWN) {
                        return Long.MAX_VALUE;
                    }
                }
            }
        }
    }

    /** Handle of a scheduled task. */
    public final class Timeout {
        private final Runnable task;
        private final long deadline;
        private long rounds;
        private Timeout next;
        private Timeout prev;
        private Bucket bucket;

        Timeout(Runnable task, long deadline) {
            this.task = task;
            this.deadline = deadline;
        }

        public void cancel() {
            cancelled.add(this);
        }
    }

    private final class Bucket {
        private Timeout head;
        private Timeout tail;

        void add(Timeout t) {
            t.bucket = this;
            if (head == null) {
                head = tail = t;
            } else {
                tail.next = t;
                t.prev = tail;
                tail = t;
            }
        }

        void expire(long deadline) {
            for (Timeout t = head; t != null; ) {
                Timeout next = t.next;
                if (t.rounds <= 0) {
                    remove(t);
                    if (t.deadline <= deadline) {
                        t.task.run();
                    }
                } else {
                    t.rounds--;
                }
                t = next;
            }
        }

        void remove(Timeout t) {
            if (t.prev != null) {
                t.prev.next = t.next;
            }
            if (t.next != null) {
                t.next.prev = t.prev;
            }
            if (t == head) {
                head = t.next;
            }
            if (t == tail) {
                tail = t.prev;
            }
            t.prev = t.next = null;
            t.bucket = null;
            pending.decrementAndGet();
        }

        void drainTo(Set<Timeout> set) {
            while (head != null) {
                Timeout t = head;
                remove(t);
                set.add(t);
            }
        }
    }
}
