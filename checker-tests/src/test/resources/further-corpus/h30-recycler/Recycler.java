package recycler;

import java.util.ArrayDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * Light-weight object pool based on a thread-local stack. Objects may be recycled by a thread other
 * than the one that took them.
 */
public abstract class Recycler<T> {

    private static final AtomicInteger ID_GENERATOR = new AtomicInteger(Integer.MIN_VALUE);

    private final int maxCapacityPerThread;
    private final int interval;
    private final ThreadLocal<LocalPool<T>> threadLocal = new ThreadLocal<LocalPool<T>>() {
        @Override
        protected LocalPool<T> initialValue() {
            return new LocalPool<T>(maxCapacityPerThread, interval);
        }
    };

    protected Recycler(int maxCapacityPerThread, int interval) {
        this.maxCapacityPerThread = maxCapacityPerThread;
        this.interval = interval;
    }

    protected abstract T newObject(Handle<T> handle);

    public final T get() {
        LocalPool<T> localPool = threadLocal.get();
        DefaultHandle<T> handle = localPool.claim();
        if (handle == null) {
            handle = localPool.newHandle();
            if (handle == null) {
                return newObject(object -> { });
            }
            T obj = newObject(handle);
            handle.set(obj);
            return obj;
        }
        return handle.get();
    }

    public interface Handle<T> {
        void recycle(T object);
    }

    private static final class DefaultHandle<T> implements Handle<T> {
        private static final int STATE_CLAIMED = 0;
        private static final int STATE_AVAILABLE = 1;
        @SuppressWarnings("rawtypes")
        private static final AtomicIntegerFieldUpdater<DefaultHandle> STATE_UPDATER =
                AtomicIntegerFieldUpdater.newUpdater(DefaultHandle.class, "state");

        private final int id = ID_GENERATOR.getAndIncrement();
        private final LocalPool<T> localPool;
        private volatile int state;
        private T value;

        DefaultHandle(LocalPool<T> localPool) {
            this.localPool = localPool;
        }

        @Override
        public void recycle(T object) {
            if (object != value) {
                throw new IllegalArgumentException("object does not belong to handle " + id);
            }
            localPool.release(this);
        }

        T get() {
            return value;
        }

        void set(T value) {
            this.value = value;
        }

        void toAvailable() {
            int prev = STATE_UPDATER.getAndSet(this, STATE_AVAILABLE);
            if (prev == STATE_AVAILABLE) {
                throw new IllegalStateException("Object has been recycled already.");
            }
        }

        void toClaimed() {
            STATE_UPDATER.set(this, STATE_CLAIMED);
        }
    }

    private static final class LocalPool<T> {
        private final int ratioInterval;
        private final ArrayDeque<DefaultHandle<T>> batch = new ArrayDeque<>();
        private final Thread owner = Thread.currentThread();
        private final BlockingQueue<DefaultHandle<T>> pooledHandles;
        private int ratioCounter;
        private int claims;

        LocalPool(int maxCapacity, int ratioInterval) {
            this.ratioInterval = ratioInterval;
            this.ratioCounter = ratioInterval;
            this.pooledHandles = new ArrayBlockingQueue<>(maxCapacity);
        }

        DefaultHandle<T> claim() {
            claims++;
            if (batch.isEmpty()) {
                pooledHandles.drainTo(batch, 16);
            }
            DefaultHandle<T> handle = batch.pollLast();
            if (handle != null) {
                handle.toClaimed();
            }
            return handle;
        }

        void release(DefaultHandle<T> handle) {
            handle.toAvailable();
            if (Thread.currentThread() == owner && batch.size() < 16) {
                batch.addLast(handle);
            } else {
                pooledHandles.offer(handle);
            }
        }

        DefaultHandle<T> newHandle() {
            if (++ratioCounter >= ratioInterval) {
                ratioCounter = 0;
                return new DefaultHandle<T>(this);
            }
            return null;
        }
    }
}
