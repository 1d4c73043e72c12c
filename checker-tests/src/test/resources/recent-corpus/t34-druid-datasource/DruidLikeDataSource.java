package org.example.druid.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Connection pool with statistics. */
public abstract class DruidLikeDataSource {

    private static final Logger LOG = Logger.getLogger(DruidLikeDataSource.class.getName());

    private static final AtomicLongFieldUpdater<DruidLikeDataSource> recycleErrorCountUpdater =
            AtomicLongFieldUpdater.newUpdater(DruidLikeDataSource.class, "recycleErrorCount");
    private static final AtomicLongFieldUpdater<DruidLikeDataSource> connectCountUpdater =
            AtomicLongFieldUpdater.newUpdater(DruidLikeDataSource.class, "connectCount");

    protected final ReentrantLock lock = new ReentrantLock();
    protected final Condition notEmpty = lock.newCondition();
    private final Connection[] connections = new Connection[64];
    private final int maxActive;
    private int poolingCount;
    private int activeCount;
    private int activePeak;
    private int notEmptyWaitThreadCount;
    private long createErrorCount;
    protected volatile long recycleErrorCount;
    protected volatile long connectCount;
    private volatile boolean inited;

    protected DruidLikeDataSource(int maxActive) {
        this.maxActive = maxActive;
    }

    protected abstract Connection createPhysicalConnection() throws SQLException;

    public void init() {
        if (inited) {
            return;
        }
        lock.lock();
        try {
            if (inited) {
                return;
            }
            LOG.info("init datasource");
            inited = true;
        } finally {
            lock.unlock();
        }
    }

    public Connection getConnection(long maxWaitMillis) throws SQLException, InterruptedException {
        init();
        connectCountUpdater.incrementAndGet(this);
        boolean create;
        lock.lockInterruptibly();
        try {
            create = poolingCount == 0 && activeCount < maxActive; // RACE split-lock #1
        } finally {
            lock.unlock();
        }
        if (create) {
            Connection c;
            try {
                c = createPhysicalConnection();
            } catch (SQLException e) {
                createErrorCount++; // RACE rmw
                throw e;
            }
            lock.lock();
            try {
                activeCount++; // RACE split-lock #1
                activePeak = Math.max(activePeak, activeCount);
            } finally {
                lock.unlock();
            }
            return c;
        }
        lock.lockInterruptibly();
        try {
            return takeLast(TimeUnit.MILLISECONDS.toNanos(maxWaitMillis));
        } finally {
            lock.unlock();
        }
    }

    private Connection takeLast(long nanos) throws InterruptedException, SQLException {
        while (poolingCount == 0) {
            notEmptyWaitThreadCount++;
            try {
                nanos = notEmpty.awaitNanos(nanos);
            } finally {
                notEmptyWaitThreadCount--;
            }
            if (nanos <= 0 && poolingCount == 0) {
                throw new SQLException("wait timeout, active " + activeCount);
            }
        }
        poolingCount--;
        Connection last = connections[poolingCount];
        connections[poolingCount] = null;
        activeCount++;
        if (activeCount > activePeak) {
            activePeak = activeCount;
        }
        return last;
    }

    public void recycle(Connection c) {
        try {
            if (!c.getAutoCommit()) {
                c.rollback();
            }
        } catch (SQLException e) {
            recycleErrorCountUpdater.incrementAndGet(this);
            LOG.log(Level.WARNING, "recycle error", e);
        }
        lock.lock();
        try {
            activeCount--;
            if (poolingCount < connections.length) {
                connections[poolingCount++] = c;
                notEmpty.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    public String stat() {
        lock.lock();
        try {
            return activeCount + "/" + activePeak + " waiting " + notEmptyWaitThreadCount
                    + " createErrors " + createErrorCount;
        } finally {
            lock.unlock();
        }
    }
}
