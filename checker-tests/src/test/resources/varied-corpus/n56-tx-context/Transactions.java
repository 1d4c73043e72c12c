package orm.tx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

/** Transactions are bound to the calling thread; nesting counts. */
public final class Transactions {
    private static final class Context {
        final Deque<String> savepoints = new ArrayDeque<>();
        int depth;
        int statements;
        boolean rollbackOnly;
    }

    private static final ThreadLocal<Context> CURRENT = new ThreadLocal<>();
    private static final AtomicInteger OPEN = new AtomicInteger();
    private static int rollbacks;
    private static int commits;

    private Transactions() {}

    public static void begin() {
        Context c = CURRENT.get();
        if (c == null) {
            c = new Context();
            CURRENT.set(c);
            OPEN.incrementAndGet();
        } else {
            c.savepoints.push("sp" + c.depth);
        }
        c.depth++;
    }

    public static void statement() {
        CURRENT.get().statements++;
    }

    public static void fail() {
        Context c = CURRENT.get();
        if (c != null && !c.rollbackOnly) {
            c.rollbackOnly = true;
        }
    }

    public static void end() {
        Context c = CURRENT.get();
        if (--c.depth > 0) {
            c.savepoints.pop();
            return;
        }
        CURRENT.remove();
        OPEN.decrementAndGet();
        if (c.rollbackOnly) {
            rollbacks++; // RACE rmw
        } else {
            synchronized (Transactions.class) {
                commits++;
            }
        }
    }

    public static synchronized int commits() {
        return commits;
    }

    public static int rollbacks() {
        return rollbacks;
    }
}
