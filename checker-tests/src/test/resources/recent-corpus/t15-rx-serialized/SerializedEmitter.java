package org.example.rx.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Serialises signals of several sources. */
public final class SerializedEmitter<T> {

    private final Consumer<? super T> actual;
    private boolean emitting;
    private List<T> missed;
    private boolean done;
    private long emitted;

    public SerializedEmitter(Consumer<? super T> actual) {
        this.actual = actual;
    }

    public void onNext(T t) {
        synchronized (this) {
            if (done) {
                return;
            }
            if (emitting) {
                List<T> q = missed;
                if (q == null) {
                    q = new ArrayList<>();
                    missed = q;
                }
                q.add(t);
                return;
            }
            emitting = true;
        }
        emitted++;
        actual.accept(t);
        emitLoop();
    }

    private void emitLoop() {
        for (;;) {
            List<T> q;
            synchronized (this) {
                q = missed;
                if (q == null) {
                    emitting = false;
                    return;
                }
                missed = null;
            }
            for (T v : q) {
                emitted++;
                actual.accept(v);
            }
        }
    }

    public synchronized void dispose() {
        done = true;
    }

    /** Drains its queue in whichever thread finds it idle. */
    public static final class UnicastBuffer<T> extends AtomicInteger {
        private static final long serialVersionUID = 1L;
        private final transient ConcurrentLinkedQueue<T> queue = new ConcurrentLinkedQueue<>();
        private final AtomicLong requested = new AtomicLong();
        private final transient Consumer<? super T> actual;
        private long produced;
        private int consumedSinceReplenish;

        public UnicastBuffer(Consumer<? super T> actual) {
            this.actual = actual;
        }

        public void onNext(T t) {
            queue.offer(t);
            drain();
        }

        public void request(long n) {
            for (;;) {
                long r = requested.get();
                if (r == Long.MAX_VALUE) {
                    break;
                }
                long u = r + n;
                if (requested.compareAndSet(r, u < 0L ? Long.MAX_VALUE : u)) {
                    break;
                }
            }
            drain();
        }

        private void drain() {
            if (getAndIncrement() != 0) {
                return;
            }
            int missed = 1;
            for (;;) {
                long r = requested.get();
                long e = produced;
                while (e != r) {
                    T v = queue.poll();
                    if (v == null) {
                        break;
                    }
                    actual.accept(v);
                    e++;
                    if (++consumedSinceReplenish == 96) {
                        consumedSinceReplenish = 0;
                    }
                }
                produced = e;
                missed = addAndGet(-missed);
                if (missed == 0) {
                    break;
                }
            }
        }
    }

    public static void main(String[] args) {
        UnicastBuffer<Integer> b = new UnicastBuffer<>(System.out::println);
        SerializedEmitter<Integer> s = new SerializedEmitter<>(b::onNext);
        for (int i = 0; i < 4; i++) {
            int base = i * 100;
            new Thread(() -> {
                for (int j = 0; j < 100; j++) {
                    s.onNext(base + j);
                    b.request(1);
                }
            }).start();
        }
    }
}
