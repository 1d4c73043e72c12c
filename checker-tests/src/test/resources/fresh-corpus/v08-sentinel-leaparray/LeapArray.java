package v08sentinelleaparray;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Ring of time windows. The window of the current moment is found or created by whichever request comes first.
 */
public abstract class LeapArray<T> {
    protected final int windowLengthInMs;
    protected final int sampleCount;
    protected final AtomicReferenceArray<WindowWrap<T>> array;
    private final ReentrantLock updateLock = new ReentrantLock();
    private int resets;

    protected LeapArray(int sampleCount, int intervalInMs) {
        this.windowLengthInMs = intervalInMs / sampleCount;
        this.sampleCount = sampleCount;
        this.array = new AtomicReferenceArray<>(sampleCount);
    }

    protected abstract T newEmptyBucket(long timeMillis);

    protected abstract WindowWrap<T> resetWindowTo(WindowWrap<T> w, long startTime);

    public WindowWrap<T> currentWindow(long timeMillis) {
        int idx = (int) ((timeMillis / windowLengthInMs) % sampleCount);
        long windowStart = timeMillis - timeMillis % windowLengthInMs;
        while (true) {
            WindowWrap<T> old = array.get(idx);
            if (old == null) {
                WindowWrap<T> window = new WindowWrap<>(windowStart, newEmptyBucket(timeMillis));
                if (array.compareAndSet(idx, null, window)) {
                    return window;
                }
                Thread.yield();
            } else if (windowStart == old.windowStart()) {
                return old;
            } else if (windowStart > old.windowStart()) {
                if (updateLock.tryLock()) {
                    try {
                        if (old.windowStart() < windowStart) {
                            resets++;
                            return resetWindowTo(old, windowStart);
                        }
                    } finally {
                        updateLock.unlock();
                    }
                } else {
                    Thread.yield();
                }
            } else {
                return new WindowWrap<>(windowStart, newEmptyBucket(timeMillis));
            }
        }
    }

    int resets() {
        updateLock.lock();
        try {
            return resets;
        } finally {
            updateLock.unlock();
        }
    }

    public static final class WindowWrap<T> {
        private volatile long windowStart;
        private final T value;

        WindowWrap(long windowStart, T value) {
            this.windowStart = windowStart;
            this.value = value;
        }

        long windowStart() {
            return windowStart;
        }

        T value() {
            return value;
        }

        WindowWrap<T> resetTo(long start) {
            this.windowStart = start;
            return this;
        }
    }
}
