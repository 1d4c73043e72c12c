package io.brooklime.flow;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/** Raises an alarm for readings beyond a limit. Subscribed to all sources at once. */
public class Alarms implements Flow.Subscriber<Reading> {
    private final double limit;
    private final AtomicReference<Reading> worst = new AtomicReference<>();
    private final Queue<Reading> raised = new ConcurrentLinkedQueue<>();
    private long checked;
    private int finished;

    public Alarms(double limit) {
        this.limit = limit;
    }

    @Override
    public void onSubscribe(Flow.Subscription s) {
        s.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Reading r) {
        checked++; // RACE read-modify-write #1
        if (r.value() > limit) {
            raised.add(r);
            worst.accumulateAndGet(r, (a, b) -> a == null || a.value() < b.value() ? b : a);
        }
    }

    @Override
    public void onError(Throwable t) {
        sourceGone();
    }

    @Override
    public void onComplete() {
        sourceGone();
    }

    private synchronized void sourceGone() {
        finished++;
        notifyAll();
    }

    public synchronized long await(int sources) throws InterruptedException {
        while (finished < sources) {
            wait();
        }
        return checked;
    }
}
