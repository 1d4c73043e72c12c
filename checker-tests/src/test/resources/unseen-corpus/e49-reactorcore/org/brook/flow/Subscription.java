package org.brook.flow;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Serialises signals with a work-in-progress counter: the thread that raises it from zero drains. */
final class Subscription<T> {
    private final ConcurrentLinkedQueue<T> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger wip = new AtomicInteger();
    private final AtomicLong requested = new AtomicLong();
    private final Consumer<T> target;
    private final Executor executor;
    private long emitted;
    private volatile boolean cancelled;

    Subscription(Consumer<T> target, Executor executor) {
        this.target = target;
        this.executor = executor;
    }

    void request(long n) {
        requested.updateAndGet(r -> {
            long sum = r + n;
            return sum < 0 ? Long.MAX_VALUE : sum;
        });
        signal();
    }

    void onNext(T item) {
        queue.add(item);
        signal();
    }

    private void signal() {
        if (wip.getAndIncrement() == 0) {
            executor.execute(this::drain);
        }
    }

    private void drain() {
        int missed = 1;
        do {
            long limit = requested.get();
            while (emitted < limit && !cancelled) {
                T item = queue.poll();
                if (item == null) {
                    break;
                }
                emitted++;
                target.accept(item);
            }
            missed = wip.addAndGet(-missed);
        } while (missed != 0);
    }

    void cancel() {
        cancelled = true;
    }
}
