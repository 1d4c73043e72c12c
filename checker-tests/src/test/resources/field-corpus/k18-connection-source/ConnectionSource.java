package k18;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A bounded source of JDBC connections. */
public class ConnectionSource {
    private final ReentrantLock lock;
    private final Condition notEmpty;
    private final Condition empty;
    private final Connection[] connections;
    private final Callable<Connection> driver;
    private int poolingCount = 0;
    private int activeCount = 0;
    private int activePeak = 0;
    private long discardCount = 0;
    private long notEmptyWaitCount = 0;
    private final AtomicLong errorCount = new AtomicLong();
    private CreateThread creator;

    public ConnectionSource(int maxActive, boolean fair, Callable<Connection> driver) {
        this.lock = new ReentrantLock(fair);
        this.notEmpty = lock.newCondition();
        this.empty = lock.newCondition();
        this.connections = new Connection[maxActive];
        this.driver = driver;
    }

    public void init() {
        creator = new CreateThread();
        creator.start();
    }

    public Connection getConnection(long maxWaitMillis) throws SQLException {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            errorCount.incrementAndGet();
            throw new SQLException("interrupt", e);
        }
        try {
            Connection c = pollLast(TimeUnit.MILLISECONDS.toNanos(maxWaitMillis));
            if (c != null) {
                activeCount++;
                if (activeCount > activePeak) {
                    activePeak = activeCount;
                }
            }
            return c;
        } catch (InterruptedException e) {
            throw new SQLException(e);
        } finally {
            lock.unlock();
        }
    }

    private Connection pollLast(long nanos) throws InterruptedException {
        for (;;) {
            if (poolingCount == 0) {
                empty.signal();
                if (nanos <= 0) {
                    return null;
                }
                notEmptyWaitCount++;
                nanos = notEmpty.awaitNanos(nanos);
                continue;
            }
            poolingCount--;
            Connection last = connections[poolingCount];
            connections[poolingCount] = null;
            return last;
        }
    }

    public void recycle(Connection c) throws SQLException {
        if (c.isClosed()) {
            lock.lock();
            try {
                activeCount--;
            } finally {
                lock.unlock();
            }
            discardCount++; // RACE rmw #1
            return;
        }
        lock.lock();
        try {
            activeCount--;
            putLast(c);
        } finally {
            lock.unlock();
        }
    }

    public void discard(Connection c) {
        try {
            c.close();
        } catch (SQLException e) {
            errorCount.incrementAndGet();
        }
        lock.lock();
        try {
            activeCount--;
            discardCount++; // RACE rmw #1
            if (activeCount + poolingCount <= 0) {
                empty.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void putLast(Connection c) {
        connections[poolingCount] = c;
        poolingCount++;
        notEmpty.signal();
    }

    private class CreateThread extends Thread {
        private int failures;

        @Override
        public void run() {
            while (!isInterrupted()) {
                try {
                    lock.lockInterruptibly();
                    try {
                        while (poolingCount + activeCount >= connections.length) {
                            empty.await();
                        }
                    } finally {
                        lock.unlock();
                    }
                    Connection c = driver.call();
                    lock.lock();
                    try {
                        putLast(c);
                    } finally {
                        lock.unlock();
                    }
                    failures = 0;
                } catch (InterruptedException e) {
                    return;
                } catch (Exception e) {
                    errorCount.incrementAndGet();
                    failures++;
                    if (failures > 30) {
                        return;
                    }
                }
            }
        }
    }
}
