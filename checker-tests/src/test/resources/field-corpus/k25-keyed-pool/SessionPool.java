package k25;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The mail sessions of the servlet threads. Thread-safe. */
public class SessionPool {
    private final Deque<AutoCloseable> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Supplier<AutoCloseable> connector;
    private final int max;

    public SessionPool(Supplier<AutoCloseable> connector, int max) {
        this.connector = connector;
        this.max = max;
    }

    public AutoCloseable take() {
        AutoCloseable s = idle.pollLast();
        if (s != null) {
            return s;
        }
        if (open.get() < max) { // RACE atomic-compound #2
            s = connector.get();
            open.incrementAndGet(); // RACE atomic-compound #2
            return s;
        }
        throw new IllegalStateException("all " + max + " mail sessions are busy");
    }

    public void give(AutoCloseable s, boolean broken) throws Exception {
        if (broken) {
            open.decrementAndGet();
            s.close();
        } else {
            idle.addLast(s);
        }
    }

    public void closeIdle() throws Exception {
        Deque<AutoCloseable> victims = new ArrayDeque<>();
        for (AutoCloseable s; (s = idle.pollFirst()) != null; ) {
            victims.push(s);
        }
        for (AutoCloseable s : victims) {
            open.decrementAndGet();
            s.close();
        }
    }
}
