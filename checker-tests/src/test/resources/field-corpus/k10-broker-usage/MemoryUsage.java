package k10;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** How much of the broker's memory the pending messages of a destination take. */
public class MemoryUsage {
    private final ReentrantReadWriteLock usageLock = new ReentrantReadWriteLock();
    private final Condition waitForSpace = usageLock.writeLock().newCondition();
    private final MemoryUsage parent;
    private final List<Runnable> callbacks = new CopyOnWriteArrayList<>();
    private long usage;
    private long limit;
    private int percentUsage;

    public MemoryUsage(MemoryUsage parent, long limit) {
        this.parent = parent;
        this.limit = limit;
    }

    public boolean waitForSpace(long timeout) throws InterruptedException {
        usageLock.writeLock().lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(timeout);
            while (percentUsage >= 100 && nanos > 0) {
                nanos = waitForSpace.awaitNanos(nanos);
            }
            return percentUsage < 100;
        } finally {
            usageLock.writeLock().unlock();
        }
    }

    public void increaseUsage(long value) {
        if (value == 0) {
            return;
        }
        usageLock.writeLock().lock();
        try {
            usage += value; // RACE rmw #1
            setPercentUsage(calcPercentUsage());
        } finally {
            usageLock.writeLock().unlock();
        }
        if (parent != null) {
            parent.increaseUsage(value);
        }
    }

    public void decreaseUsage(long value) {
        if (value == 0) {
            return;
        }
        int percent;
        usage -= value; // RACE rmw #1
        usageLock.writeLock().lock();
        try {
            percent = calcPercentUsage();
            setPercentUsage(percent);
        } finally {
            usageLock.writeLock().unlock();
        }
        if (parent != null) {
            parent.decreaseUsage(value);
        }
    }

    private int calcPercentUsage() {
        return limit == 0 ? 0 : (int) (usage * 100 / limit);
    }

    private void setPercentUsage(int value) {
        int old = percentUsage;
        percentUsage = value;
        if (old != value && old >= 100) {
            waitForSpace.signalAll();
            callbacks.forEach(Runnable::run);
        }
    }

    public void addCallback(Runnable r) {
        callbacks.add(r);
    }

    public void setLimit(long limit) {
        usageLock.writeLock().lock();
        try {
            this.limit = limit;
            setPercentUsage(calcPercentUsage());
        } finally {
            usageLock.writeLock().unlock();
        }
    }

    public int getPercentUsage() {
        usageLock.readLock().lock();
        try {
            return percentUsage;
        } finally {
            usageLock.readLock().unlock();
        }
    }
}
