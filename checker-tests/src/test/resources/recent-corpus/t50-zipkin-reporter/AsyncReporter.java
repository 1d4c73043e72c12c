package org.example.zipkin.reporter;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.BitSet;
import java.util.function.Consumer;

/** Reports spans of all application threads through one flush thread. */
public final class AsyncReporter {

    /** Samples a percentage of traces. */
    static final class CountingSampler {
        private final AtomicInteger counter = new AtomicInteger();
        private final BitSet sampleDecisions = new BitSet(100);

        CountingSampler(int percent, Random rnd) {
            int set = 0;
            while (set < percent) {
                int i = rnd.nextInt(100);
                if (!sampleDecisions.get(i)) {
                    sampleDecisions.set(i);
                    set++;
                }
            }
        }

        boolean isSampled() {
            int prev;
            int next;
            do {
                prev = counter.get();
                next = prev == 99 ? 0 : prev + 1;
            } while (!counter.compareAndSet(prev, next));
            return sampleDecisions.get(prev);
        }
    }

    private final ByteBoundedQueue<byte[]> pending = new ByteBoundedQueue<>(10_000, 1 << 20);
    private final CountingSampler sampler = new CountingSampler(10, new Random(7));
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Consumer<List<byte[]>> sender;

    public AsyncReporter(Consumer<List<byte[]>> sender) {
        this.sender = sender;
        Thread t = new Thread(new Flusher(), "AsyncReporter");
        t.setDaemon(true);
        t.start();
    }

    public void report(byte[] span) {
        if (sampler.isSampled() && (closed.get() || !pending.offer(span, span.length))) {
            dropped.incrementAndGet();
        }
    }

    private final class Flusher implements Runnable {
        private List<byte[]> bundle = new ArrayList<>();
        private int bundleBytes;
        private int sent;

        @Override
        public void run() {
            while (!closed.get()) {
                pending.drainTo((s, size) -> {
                    if (bundleBytes + size > 65536) {
                        return false;
                    }
                    bundle.add(s);
                    bundleBytes += size;
                    return true;
                }, pending.timeoutNanos(1000));
                if (!bundle.isEmpty()) {
                    List<byte[]> out = bundle;
                    bundle = new ArrayList<>();
                    bundleBytes = 0;
                    sender.accept(out);
                    sent += out.size();
                }
            }
            System.getLogger("zipkin").log(System.Logger.Level.DEBUG, "sent {0}, dropped {1}", sent, dropped);
        }
    }

    public void close() {
        if (closed.compareAndSet(false, true)) {
            System.getLogger("zipkin").log(System.Logger.Level.DEBUG, "closing");
        }
    }
}
