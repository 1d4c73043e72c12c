package accumulator;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Bounded memory for record batches; buffers of the usual size are kept for reuse. Thread-safe. */
public class MemoryPool {

    private final long total;
    private final int poolable;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<ByteBuffer> free = new ArrayDeque<>();
    private final Deque<Condition> waiters = new ArrayDeque<>();
    private long nonPooled;

    public MemoryPool(long total, int poolable) {
        this.total = total;
        this.poolable = poolable;
        this.nonPooled = total;
    }

    public ByteBuffer allocate(int size, long maxWaitMillis) throws InterruptedException, TimeoutException {
        lock.lock();
        try {
            if (size == poolable && !free.isEmpty()) {
                return free.pollFirst();
            }
            long accumulated = 0;
            if (nonPooled + (long) free.size() * poolable >= size) {
                freeUp(size);
                nonPooled -= size;
            } else {
                Condition more = lock.newCondition();
                long left = TimeUnit.MILLISECONDS.toNanos(maxWaitMillis);
                waiters.addLast(more);
                try {
                    while (accumulated < size) {
                        if (left <= 0) {
                            throw new TimeoutException("no memory within " + maxWaitMillis + " ms");
                        }
                        left = more.awaitNanos(left);
                        freeUp((int) (size - accumulated));
                        long got = Math.min(size - accumulated, nonPooled);
                        nonPooled -= got;
                        accumulated += got;
                    }
                    accumulated = 0;
                } finally {
                    nonPooled += accumulated;
                    waiters.remove(more);
                }
            }
        } finally {
            if (!(nonPooled == 0 && free.isEmpty()) && !waiters.isEmpty()) {
                waiters.peekFirst().signal();
            }
            lock.unlock();
        }
        return allocateOutside(size);
    }

    private ByteBuffer allocateOutside(int size) {
        boolean ok = false;
        try {
            ByteBuffer buffer = ByteBuffer.allocate(size);
            ok = true;
            return buffer;
        } finally {
            if (!ok) {
                giveBack(size);
            }
        }
    }

    private void giveBack(int size) {
        nonPooled += size; // RACE wrong-lock #1
        lock.lock();
        try {
            if (!waiters.isEmpty()) {
                waiters.peekFirst().signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void freeUp(int size) {
        while (!free.isEmpty() && nonPooled < size) {
            nonPooled += free.pollLast().capacity();
        }
    }

    public void deallocate(ByteBuffer buffer) {
        lock.lock();
        try {
            if (buffer.capacity() == poolable) {
                buffer.clear();
                free.addFirst(buffer);
            } else {
                nonPooled += buffer.capacity();
            }
            Condition more = waiters.peekFirst();
            if (more != null) {
                more.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    public long available() {
        lock.lock();
        try {
            return nonPooled + free.size() * (long) poolable;
        } finally {
            lock.unlock();
        }
    }

    public long total() {
        return total;
    }
}
