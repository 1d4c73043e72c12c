package io.sparrownet.util;

import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/** Light-weight pool of objects with one stack per thread. */
public abstract class Recycler<T> {

    private final int ratio;
    private final int maxPerThread;
    private final ThreadLocal<LocalPool<T>> local = new ThreadLocal<LocalPool<T>>() {
        @Override
        protected LocalPool<T> initialValue() {
            pools.incrementAndGet();
            return new LocalPool<T>(Thread.currentThread(), ratio, maxPerThread);
        }
    };
    private final AtomicInteger pools = new AtomicInteger();

    protected Recycler(int ratio, int maxPerThread) {
        this.ratio = ratio;
        this.maxPerThread = maxPerThread;
    }

    protected abstract T newObject(Handle<T> handle);

    public final T get() {
        LocalPool<T> pool = local.get();
        Handle<T> handle = pool.claim();
        if (handle == null) {
            handle = pool.newHandle();
            if (handle == null) {
                return newObject(new Handle<T>(null));
            }
            handle.value = newObject(handle);
        }
        return handle.value;
    }

    /** Way back into the pool; may be used by any thread, once. */
    public static final class Handle<T> {
        private static final int CLAIMED = 0;
        private static final int AVAILABLE = 1;
        @SuppressWarnings("rawtypes")
        private static final AtomicReferenceFieldUpdater<Handle, Integer> STATE =
                AtomicReferenceFieldUpdater.newUpdater(Handle.class, Integer.class, "state");
        private final LocalPool<T> pool;
        private T value;
        private volatile Integer state = CLAIMED;

        Handle(LocalPool<T> pool) {
            this.pool = pool;
        }

        public void recycle(Object object) {
            if (object != value) {
                throw new IllegalArgumentException("object does not belong to handle");
            }
            if (pool != null) {
                Integer prev = STATE.getAndSet(this, AVAILABLE);
                if (prev == AVAILABLE) {
                    throw new IllegalStateException("Object has been recycled already.");
                }
                pool.release(this);
            }
        }
    }

    private static final class LocalPool<T> {
        private final Thread owner;
        private final int interval;
        private final int max;
        private final ArrayDeque<Handle<T>> batch = new ArrayDeque<>();
        private final ConcurrentLinkedQueue<Handle<T>> foreign = new ConcurrentLinkedQueue<>();
        private int ratioCounter;
        private int size;

        LocalPool(Thread owner, int interval, int max) {
            this.owner = owner;
            this.interval = interval;
            this.max = max;
        }

        Handle<T> claim() {
            Handle<T> h = batch.pollLast();
            if (h == null) {
                Handle<T> f;
                while ((f = foreign.poll()) != null) {
                    batch.addLast(f);
                }
                h = batch.pollLast();
            }
            if (h != null) {
                size--;
                h.state = Handle.CLAIMED;
            }
            return h;
        }

        Handle<T> newHandle() {
            if (++ratioCounter >= interval && size < max) {
                ratioCounter = 0;
                size++;
                return new Handle<T>(this);
            }
            return null;
        }

        void release(Handle<T> handle) {
            if (Thread.currentThread() == owner && batch.size() < max) {
                batch.addLast(handle);
            } else {
                foreign.offer(handle);
            }
        }
    }
}
