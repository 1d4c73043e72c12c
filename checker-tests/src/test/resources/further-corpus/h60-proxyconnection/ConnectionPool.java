package proxyconnection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;

public class ConnectionPool {

    private final Deque<PooledConnection> idle = new ArrayDeque<>();
    private final Map<PooledConnection, PooledConnection.LeakTask> borrowed = new IdentityHashMap<>();
    private final ScheduledExecutorService timer;
    private final int maximum;
    private int created;
    private long waits;
    private boolean closed;

    public ConnectionPool(int maximum, ScheduledExecutorService timer) {
        this.maximum = maximum;
        this.timer = timer;
    }

    public synchronized PooledConnection borrow() throws InterruptedException {
        while (idle.isEmpty() && created >= maximum && !closed) {
            waits++;
            wait();
        }
        if (closed) {
            throw new IllegalStateException("closed");
        }
        PooledConnection c = idle.poll();
        if (c == null) {
            c = new PooledConnection(this);
            created++;
        }
        borrowed.put(c, new PooledConnection.LeakTask(Thread.currentThread().getName()).schedule(timer));
        return c;
    }

    void giveBack(PooledConnection c) {
        PooledConnection.LeakTask task;
        synchronized (this) {
            task = borrowed.remove(c);
            if (task == null) {
                return;
            }
            if (closed) {
                created--;
            } else {
                idle.push(c);
                notify();
            }
        }
        task.cancel();
    }

    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        created -= idle.size();
        idle.clear();
        notifyAll();
    }

    public synchronized String stats() {
        return created + " created, " + borrowed.size() + " borrowed, " + waits + " waits";
    }
}
