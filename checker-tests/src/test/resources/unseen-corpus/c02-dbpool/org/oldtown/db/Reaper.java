package org.oldtown.db;

/** Background thread which closes idle handles. There is one per pool. */
public class Reaper extends Thread {
    private final ConnectionPool pool;
    private final long period;
    private volatile boolean stopped;
    private int reaped;

    private Reaper(ConnectionPool pool, long period) {
        super("pool-reaper");
        this.pool = pool;
        this.period = period;
        setDaemon(true);
    }

    public static Reaper attach(ConnectionPool pool, long period) {
        Reaper r = new Reaper(pool, period);
        r.start();
        return r;
    }

    public void run() {
        try {
            while (!stopped) {
                Thread.sleep(period);
                synchronized (pool) {
                    int n = pool.evict(System.currentTimeMillis() - period);
                    if (n > 0) {
                        pool.notifyAll();
                    }
                    reaped += n;
                }
            }
        } catch (InterruptedException e) {
            // asked to leave
        }
    }

    public void shutdown() {
        stopped = true;
        interrupt();
    }
}
