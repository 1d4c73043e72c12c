package pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Connection pool of bounded size on top of a {@link ConnectionBag}; shared by all request threads. */
public class ConnectionPool {

    private final DataSource dataSource;
    private final int maxSize;
    private final ConnectionBag bag = new ConnectionBag();
    private final AtomicInteger total = new AtomicInteger();

    public ConnectionPool(DataSource dataSource, int maxSize) {
        this.dataSource = dataSource;
        this.maxSize = maxSize;
    }

    public PoolEntry acquire(long timeoutMillis) throws SQLException, InterruptedException {
        PoolEntry entry = bag.borrow(1, TimeUnit.MILLISECONDS);
        if (entry != null) {
            return entry;
        }
        if (total.get() < maxSize) { // RACE check-then-act #1
            total.incrementAndGet(); // RACE check-then-act #1
            addEntry();
        }
        entry = bag.borrow(timeoutMillis, TimeUnit.MILLISECONDS);
        if (entry == null) {
            throw new SQLException("timeout, total=" + total.get());
        }
        return entry;
    }

    private void addEntry() throws SQLException {
        boolean added = false;
        try {
            Connection c = dataSource.getConnection();
            bag.add(new PoolEntry(c));
            added = true;
        } finally {
            if (!added) {
                total.decrementAndGet();
            }
        }
    }

    public void release(PoolEntry entry) {
        bag.requite(entry);
    }

    /** Closes a broken connection the caller holds. */
    public void evict(PoolEntry entry) throws SQLException {
        if (bag.remove(entry)) {
            total.decrementAndGet();
            entry.connection.close();
        }
    }

    /** Closes connections idle for too long; run periodically. */
    public void houseKeeping(long maxIdleNanos) throws SQLException {
        for (PoolEntry entry : bag.values()) {
            if (entry.idleNanos() > maxIdleNanos && bag.reserve(entry)) {
                evict(entry);
            }
        }
    }
}
