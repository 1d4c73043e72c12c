package k03;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public class BufferBudget {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final int poolable;
    private long available;

    public BufferBudget(long total, int poolable) {
        this.available = total;
        this.poolable = poolable;
    }

    int reserve(int size) throws InterruptedException {
        int wanted = Math.max(size, poolable);
        lock.lock();
        try {
            while (available < wanted) {
                freed.await();
            }
            available -= wanted;
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    void release(int size) {
        lock.lock();
        try {
            available += size;
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
