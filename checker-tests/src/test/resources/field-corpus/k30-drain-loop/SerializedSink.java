package k30;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Many producers, one consumer at a time, by the work-in-progress counter. */
public final class SerializedSink<T> {
    private final Consumer<? super T> downstream;
    private final Queue<T> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger wip = new AtomicInteger();
    private final AtomicLong requested = new AtomicLong();

    /** Accessed in the drain loop only. */
    private long emitted;

    public SerializedSink(Consumer<? super T> downstream) {
        this.downstream = downstream;
    }

    public void request(long n) {
        for (;;) {
            long r = requested.get();
            if (r == Long.MAX_VALUE) {
                return;
            }
            long u = r + n;
            if (u < 0) {
                u = Long.MAX_VALUE;
            }
            if (requested.compareAndSet(r, u)) {
                break;
            }
        }
        drain();
    }

    public void next(T value) {
        queue.offer(value);
        drain();
    }

    private void drain() {
        if (wip.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        long e = emitted;
        for (;;) {
            long r = requested.get();
            while (e != r) {
                T v = queue.poll();
                if (v == null) {
                    break;
                }
                downstream.accept(v);
                e++;
            }
            emitted = e;
            missed = wip.addAndGet(-missed);
            if (missed == 0) {
                break;
            }
        }
    }

    public static <T> List<SerializedSink<T>> fan(int n, Consumer<? super T> c) {
        List<SerializedSink<T>> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            all.add(new SerializedSink<>(c));
        }
        return all;
    }
}
