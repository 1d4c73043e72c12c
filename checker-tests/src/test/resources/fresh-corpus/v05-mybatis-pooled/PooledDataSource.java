package v05mybatispooled;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Simple, synchronous, thread-safe database connection pool.
 */
public class PooledDataSource {
    private final PoolState state = new PoolState();
    private final Supplier<Connection> driver;
    private int expectedConnectionTypeCode;
    private int poolMaximumActiveConnections = 10;

    public PooledDataSource(Supplier<Connection> driver) {
        this.driver = driver;
        this.expectedConnectionTypeCode = driver.hashCode();
    }

    public PoolState getPoolState() {
        return state;
    }

    public PooledConnection popConnection() throws SQLException {
        PooledConnection conn = null;
        long t = System.currentTimeMillis();
        while (conn == null) {
            synchronized (state) {
                if (!state.idleConnections.isEmpty()) {
                    conn = state.idleConnections.remove(0);
                } else if (state.activeConnections.size() < poolMaximumActiveConnections) {
                    conn = new PooledConnection(driver.get(), expectedConnectionTypeCode);
                } else {
                    try {
                        state.hadToWaitCount++;
                        long wt = System.currentTimeMillis();
                        state.wait(1000L);
                        state.accumulatedWaitTime += System.currentTimeMillis() - wt;
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new SQLException("interrupted", e);
                    }
                }
                if (conn != null) {
                    state.activeConnections.add(conn);
                    state.requestCount++;
                }
            }
        }
        state.accumulatedRequestTime += System.currentTimeMillis() - t; // RACE rmw
        if (!conn.isValid()) {
            markBad(conn);
            throw new SQLException("Could not get a good connection");
        }
        conn.uses++;
        return conn;
    }

    private void markBad(PooledConnection conn) {
        synchronized (conn) {
            state.badConnectionCount++; // RACE wrong-lock
            conn.invalidate();
        }
        synchronized (state) {
            state.activeConnections.remove(conn);
            state.notifyAll();
        }
    }

    public void pushConnection(PooledConnection conn) {
        synchronized (state) {
            state.activeConnections.remove(conn);
            if (conn.isValid()) {
                state.accumulatedCheckoutTime += conn.checkoutTime();
                state.idleConnections.add(conn);
                state.notifyAll();
            } else {
                state.badConnectionCount++;
            }
        }
    }

    static final class PoolState {
        final List<PooledConnection> idleConnections = new ArrayList<>();
        final List<PooledConnection> activeConnections = new ArrayList<>();
        long requestCount;
        long accumulatedRequestTime;
        long accumulatedCheckoutTime;
        long accumulatedWaitTime;
        long hadToWaitCount;
        long badConnectionCount;

        synchronized long getAverageRequestTime() {
            return requestCount == 0 ? 0 : accumulatedRequestTime / requestCount;
        }

        synchronized long getBadConnectionCount() {
            return badConnectionCount;
        }
    }

    static final class PooledConnection {
        private final Connection real;
        private final int typeCode;
        private final long checkoutTimestamp = System.currentTimeMillis();
        private boolean valid = true;
        int uses;

        PooledConnection(Connection real, int typeCode) {
            this.real = real;
            this.typeCode = typeCode;
        }

        boolean isValid() {
            return valid && real != null && typeCode != 0;
        }

        void invalidate() {
            valid = false;
        }

        long checkoutTime() {
            return System.currentTimeMillis() - checkoutTimestamp;
        }
    }
}
