package proxyconnection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A physical connection as the borrower sees it. Like the connections of JDBC drivers, it is used by
 * the thread that borrowed it.
 */
public class PooledConnection implements AutoCloseable {

    private final ConnectionPool pool;
    private final List<String> openStatements = new ArrayList<>(16);
    private boolean autoCommit = true;
    private boolean dirty;
    private int statements;

    PooledConnection(ConnectionPool pool) {
        this.pool = pool;
    }

    public void execute(String sql) {
        if (!openStatements.contains(sql)) {
            openStatements.add(sql);
        }
        statements++;
        if (!autoCommit && !dirty) {
            dirty = true;
        }
    }

    public void setAutoCommit(boolean on) {
        if (autoCommit != on) {
            autoCommit = on;
        }
    }

    public int statements() {
        return statements;
    }

    @Override
    public void close() {
        openStatements.clear();
        dirty = false;
        autoCommit = true;
        pool.giveBack(this);
    }

    /** Warns when a connection is not given back in time. */
    static final class LeakTask implements Runnable {
        private final AtomicBoolean fired = new AtomicBoolean();
        private final String borrower;
        private volatile boolean cancelled;
        private ScheduledFuture<?> future;

        LeakTask(String borrower) {
            this.borrower = borrower;
        }

        LeakTask schedule(ScheduledExecutorService timer) {
            future = timer.schedule(this, 30, TimeUnit.SECONDS);
            return this;
        }

        void cancel() {
            cancelled = true;
            future.cancel(false);
        }

        @Override
        public void run() {
            if (!cancelled && fired.compareAndSet(false, true)) {
                System.err.println("possible leak by " + borrower);
            }
        }
    }
}
