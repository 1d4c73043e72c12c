package v12tomcatjdbcborrow;

import java.util.Queue;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentLinkedQueue;

class PoolCleaner extends TimerTask {
    private final FairPool pool;
    private final Queue<FairPool.PooledConn> suspects = new ConcurrentLinkedQueue<>();
    private int runs;

    PoolCleaner(FairPool pool) {
        this.pool = pool;
    }

    void suspect(FairPool.PooledConn c) {
        suspects.add(c);
    }

    @Override
    public void run() {
        FairPool.PooledConn c;
        while ((c = suspects.poll()) != null) {
            pool.abandon(c);
        }
        runs++;
    }
}
