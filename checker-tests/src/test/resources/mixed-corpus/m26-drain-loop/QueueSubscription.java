package drain;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Subscription fed from several threads. Emission is serialized with the usual work-in-progress
 * counter: whoever moves it from zero emits for everybody.
 */
public class QueueSubscription<T> implements Subscription {

    private final Subscriber<? super T> downstream;
    private final Queue<T> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger wip = new AtomicInteger();
    private final AtomicLong requested = new AtomicLong();
    private volatile boolean cancelled;
    private volatile boolean done;
    private Throwable error;

    /** Only touched by the emitting thread. */
    private long emitted;
    private int batches;

    public QueueSubscription(Subscriber<? super T> downstream) {
        this.downstream = downstream;
    }

    public void next(T item) {
        if (cancelled || done) {
            return;
        }
        queue.offer(item);
        drain();
    }

    /** Called once by the upstream. */
    public void complete(Throwable t) {
        error = t;
        done = true;
        drain();
    }

    @Override
    public void request(long n) {
        long r;
        long u;
        do {
            r = requested.get();
            if (r == Long.MAX_VALUE) {
                break;
            }
            u = r + n;
            if (u < 0) {
                u = Long.MAX_VALUE;
            }
        } while (!requested.compareAndSet(r, u));
        drain();
    }

    @Override
    public void cancel() {
        cancelled = true;
        if (wip.getAndIncrement() == 0) {
            queue.clear();
        }
    }

    private void drain() {
        if (wip.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            long r = requested.get();
            long e = emitted;
            batches++;
            while (e != r) {
                if (cancelled) {
                    queue.clear();
                    return;
                }
                boolean finished = done;
                T item = queue.poll();
                if (item == null) {
                    if (finished) {
                        terminate();
                        return;
                    }
                    break;
                }
                downstream.onNext(item);
                e++;
            }
            if (e == r && done && queue.isEmpty()) {
                terminate();
                return;
            }
            emitted = e;
            missed = wip.addAndGet(-missed);
        } while (missed != 0);
    }

    private void terminate() {
        cancelled = true;
        if (error != null) {
            downstream.onError(error);
        } else {
            downstream.onComplete();
        }
    }
}
