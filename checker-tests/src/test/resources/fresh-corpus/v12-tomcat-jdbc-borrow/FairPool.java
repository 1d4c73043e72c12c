package v12tomcatjdbcborrow;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Connection pool; the size counter is reserved first and taken back when it proves too large. */
public class FairPool {
    private final AtomicInteger size = new AtomicInteger(0);
    private final BlockingQueue<PooledConn> idle;
    private final int maxActive;
    private volatile long poolVersion = 1;

    public FairPool(int maxActive) {
        this.maxActive = maxActive;
        this.idle = new ArrayBlockingQueue<>(maxActive);
    }

    public PooledConn borrow(long waitMillis) throws InterruptedException {
        PooledConn con = idle.poll();
        while (true) {
            if (con != null) {
                PooledConn result = borrowConnection(con);
                if (result != null) {
                    return result;
                }
            }
            if (size.get() < maxActive) {
                if (size.addAndGet(1) > maxActive) {
                    size.decrementAndGet();
                } else {
                    return createConnection();
                }
            }
            con = idle.poll(waitMillis, TimeUnit.MILLISECONDS);
            if (con == null) {
                throw new IllegalStateException("Pool empty, size=" + size.get());
            }
        }
    }

    private PooledConn createConnection() {
        PooledConn con = new PooledConn(poolVersion);
        con.lock();
        try {
            con.borrowCount++;
            con.lastConnected = System.currentTimeMillis();
        } finally {
            con.unlock();
        }
        return con;
    }

    private PooledConn borrowConnection(PooledConn con) {
        con.lock();
        try {
            if (con.released || con.version < poolVersion) {
                if (!con.released) {
                    con.released = true;
                    size.decrementAndGet();
                }
                return null;
            }
            con.borrowCount++;
            return con;
        } finally {
            con.unlock();
        }
    }

    public void giveBack(PooledConn con) {
        con.lock();
        try {
            con.returnCount++;
            if (con.version < poolVersion || !idle.offer(con)) {
                release(con);
            }
        } finally {
            con.unlock();
        }
    }

    /** Also called by the cleaner thread for abandoned connections. */
    void abandon(PooledConn con) {
        con.lock();
        try {
            con.suspectCount += 1;
            release(con);
        } finally {
            con.unlock();
        }
    }

    private void release(PooledConn con) {
        if (!con.released) {
            con.released = true;
            con.releaseCount++;
            size.decrementAndGet();
        }
    }

    static final class PooledConn {
        private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(false);
        final long version;
        boolean released;
        int borrowCount;
        int returnCount;
        int releaseCount;
        int suspectCount;
        long lastConnected;

        PooledConn(long version) {
            this.version = version;
        }

        void lock() {
            lock.writeLock().lock();
        }

        void unlock() {
            lock.writeLock().unlock();
        }
    }
}
