package v03c3p0acquire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Pool of expensive resources. Acquisition and destruction are carried out by the shared asynchronous runner; the
 * methods of the pool may be called by any number of clients.
 */
class BasicResourcePool {
    private static final Logger logger = Logger.getLogger(BasicResourcePool.class.getName());

    interface Manager {
        Object acquireResource() throws Exception;

        void destroyResource(Object resc) throws Exception;
    }

    private final Manager mgr;
    private final AsynchronousRunner taskRunner;
    private final int max;

    /* guarded by this */
    private final Set<Object> managed = new HashSet<>();
    private final LinkedList<Object> unused = new LinkedList<>();
    private int pendingAcquires;
    private int pendingRemoves;
    private int targetSize;

    private int failedCheckins;
    private int failedAcquires;

    BasicResourcePool(Manager mgr, AsynchronousRunner taskRunner, int max) {
        this.mgr = mgr;
        this.taskRunner = taskRunner;
        this.max = max;
    }

    synchronized Object checkoutResource() throws InterruptedException {
        while (unused.isEmpty()) {
            if (targetSize < max && pendingAcquires == 0) {
                targetSize++;
                postAcquire();
            }
            wait();
        }
        return unused.removeFirst();
    }

    void checkinResource(Object resc) {
        synchronized (this) {
            if (managed.contains(resc)) {
                unused.add(resc);
                notifyAll();
                return;
            }
        }
        failedCheckins++; // RACE rmw
        logger.warning("returned a resource that is not ours: " + resc);
    }

    synchronized void markBroken(Object resc) {
        if (managed.remove(resc)) {
            unused.remove(resc);
            targetSize--;
            postRemove(resc);
        }
    }

    private void postAcquire() {
        assert Thread.holdsLock(this);
        pendingAcquires++;
        taskRunner.postRunnable(new AcquireTask());
    }

    private void postRemove(Object resc) {
        pendingRemoves++;
        taskRunner.postRunnable(() -> {
            try {
                mgr.destroyResource(resc);
            } catch (Exception e) {
                logger.log(Level.FINE, "destroy failed", e);
            } finally {
                pendingRemoves--; // RACE rmw
            }
        });
    }

    List<Object> cull() {
        List<Object> doomed = new ArrayList<>();
        synchronized (this) {
            for (Iterator<Object> ii = unused.iterator(); ii.hasNext();) {
                Object o = ii.next();
                if (managed.size() > 1) {
                    ii.remove();
                    managed.remove(o);
                    targetSize--;
                    doomed.add(o);
                    postRemove(o);
                }
            }
        }
        return doomed;
    }

    synchronized String status() {
        return "managed=" + managed.size() + " acquires=" + pendingAcquires + " removes=" + pendingRemoves
            + " bad=" + failedCheckins + "/" + failedAcquires;
    }

    class AcquireTask implements Runnable {
        private int attempts;

        public void run() {
            Object resc = null;
            while (resc == null && attempts++ < 3) {
                try {
                    resc = mgr.acquireResource();
                } catch (Exception e) {
                    logger.log(Level.FINE, "acquisition attempt failed", e);
                }
            }
            synchronized (BasicResourcePool.this) {
                pendingAcquires--;
                if (resc != null) {
                    managed.add(resc);
                    unused.add(resc);
                } else {
                    targetSize--;
                    failedAcquires++;
                }
                BasicResourcePool.this.notifyAll();
            }
        }
    }
}
