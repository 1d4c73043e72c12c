package wheeltimer;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLong;

/** An approximate timer driven by one worker thread. */
public class WheelTimer {

    private static final AtomicIntegerFieldUpdater<WheelTimer> WORKER_STATE =
            AtomicIntegerFieldUpdater.newUpdater(WheelTimer.class, "workerState");
    private static final AtomicInteger INSTANCES = new AtomicInteger();
    private static final int INIT = 0;
    private static final int STARTED = 1;
    private static final int SHUTDOWN = 2;

    private final Worker worker = new Worker();
    private final Thread workerThread = new Thread(worker, "wheel-" + INSTANCES.incrementAndGet());
    private final Queue<Timeout> timeouts = new ConcurrentLinkedQueue<>();
    private final Queue<Timeout> cancelled = new ConcurrentLinkedQueue<>();
    private final CountDownLatch startTimeInitialized = new CountDownLatch(1);
    private final AtomicLong pending = new AtomicLong();
    private final long tickNanos;
    private final long maxPending;
    private volatile int workerState;
    private volatile long startTime;

    public WheelTimer(long tick, TimeUnit unit, long maxPending) {
        this.tickNanos = unit.toNanos(tick);
        this.maxPending = maxPending;
    }

    public void start() throws InterruptedException {
        switch (WORKER_STATE.get(this)) {
            case INIT:
                if (WORKER_STATE.compareAndSet(this, INIT, STARTED)) {
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
        long count = pending.incrementAndGet();
        if (count > maxPending) {
            pending.decrementAndGet();
            throw new IllegalStateException("too many pending timeouts: " + count);
        }
        start();
        Timeout timeout = new Timeout(task, System.nanoTime() + unit.toNanos(delay) - startTime);
        timeouts.add(timeout);
        return timeout;
    }

    public void stop() {
        if (!WORKER_STATE.compareAndSet(this, STARTED, SHUTDOWN)) {
            WORKER_STATE.compareAndSet(this, INIT, SHUTDOWN);
            return;
        }
        workerThread.interrupt();
    }

    public final class Timeout {
        private final Runnable task;
        private final long deadline;
        private final AtomicInteger state = new AtomicInteger();
        private int rounds;

        Timeout(Runnable task, long deadline) {
            this.task = task;
            this.deadline = deadline;
        }

        public boolean cancel() {
            if (!state.compareAndSet(0, 1)) {
                return false;
            }
            cancelled.add(this);
            return true;
        }

        private void expire() {
            if (state.compareAndSet(0, 2)) {
                task.run();
            }
        }
    }

    private final class Worker implements Runnable {
        private final List<List<Timeout>> wheel = new ArrayList<>();
        private long tick;

        @Override
        public void run() {
            startTime = System.nanoTime() | 1;
            startTimeInitialized.countDown();
            for (int i = 0; i < 64; i++) {
                wheel.add(new ArrayList<>());
            }
            while (WORKER_STATE.get(WheelTimer.this) == STARTED) {
                waitForTick();
                transfer();
                for (Timeout t; (t = cancelled.poll()) != null; ) {
                    for (List<Timeout> bucket : wheel) {
                        if (bucket.remove(t)) {
                            pending.decrementAndGet();
                        }
                    }
                }
                expireBucket(wheel.get((int) (tick & 63)));
                tick++;
            }
        }

        private void transfer() {
            for (Timeout t; (t = timeouts.poll()) != null; ) {
                long at = Math.max(t.deadline / tickNanos, tick);
                t.rounds = (int) ((at - tick) / 64);
                wheel.get((int) (at & 63)).add(t);
            }
        }

        private void expireBucket(List<Timeout> bucket) {
            bucket.removeIf(t -> {
                if (t.rounds-- > 0) {
                    return false;
                }
                pending.decrementAndGet();
                t.expire();
                return true;
            });
        }

        private void waitForTick() {
            long until = startTime + (tick + 1) * tickNanos - System.nanoTime();
            if (until > 0) {
                try {
                    TimeUnit.NANOSECONDS.sleep(until);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
