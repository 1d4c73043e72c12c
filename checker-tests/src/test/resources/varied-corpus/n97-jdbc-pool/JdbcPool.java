package jdbc.pooling;

import java.util.LinkedList;
import java.util.List;
import java.util.function.Supplier;

/** The connection pool. getConnection and close are called by all request threads. */
public class JdbcPool<C> {
    private final List<C> idle = new LinkedList<C>();
    private final Object createLock = new Object();
    private final Supplier<C> factory;
    private final int max;
    private int active;
    private int created;
    private int discarded;

    public JdbcPool(Supplier<C> factory, int max) {
        this.factory = factory;
        this.max = max;
    }

    public C getConnection() {
        synchronized (idle) {
            if (!idle.isEmpty()) {
                active++; // RACE wrong-lock #1
                return idle.remove(0);
            }
        }
        synchronized (createLock) {
            if (active >= max) { // MAYBE
                throw new IllegalStateException("exhausted: " + active);
            }
            active++; // RACE wrong-lock #1
            created++;
            return factory.get();
        }
    }

    public void close(C connection) {
        synchronized (idle) {
            idle.add(connection);
            active--; // RACE wrong-lock #1
        }
    }

    public void discard(C connection) {
        synchronized (createLock) {
            discarded++;
            active--; // RACE wrong-lock #1
        }
    }

    public int created() {
        synchronized (createLock) {
            return created - discarded;
        }
    }
}
