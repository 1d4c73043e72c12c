package conc;

import java.util.LinkedList;
import java.util.List;
import java.util.ArrayList;

/**
 * A home-grown pool from before java.util.concurrent.
 */
public class WorkerPool {
    private final LinkedList<Runnable> queue = new LinkedList<Runnable>();
    private final List<Worker> workers = new ArrayList<Worker>();
    private int completed;
    private int failed;
    private int idle;
    private boolean stopping;

    public WorkerPool(int n) {
        for (int i = 0; i < n; i++) {
            workers.add(new Worker(i));
        }
        for (Worker w : workers) {
            w.start();
        }
    }

    public void submit(Runnable r) {
        synchronized (queue) {
            queue.addLast(r);
            if (idle > 0) {
                queue.notify();
            }
        }
    }

    private Runnable next() throws InterruptedException {
        synchronized (queue) {
            idle++;
            try {
                while (queue.isEmpty()) {
                    if (stopping) {
                        return null;
                    }
                    queue.wait();
                }
            } finally {
                idle--;
            }
            return queue.removeFirst();
        }
    }

    private class Worker extends Thread {
        private int mine;
        private long busyNanos;

        Worker(int i) {
            super("worker-" + i);
        }

        public void run() {
            try {
                for (Runnable r; (r = next()) != null;) {
                    long t = System.nanoTime();
                    try {
                        r.run();
                        done();
                    } catch (RuntimeException e) {
                        failed++; // RACE rmw
                    }
                    busyNanos += System.nanoTime() - t;
                }
            } catch (InterruptedException e) {
                // ends
            }
        }

        private synchronized void done() {
            mine++;
            completed++; // RACE wrong-lock
        }

        synchronized int mine() {
            return mine;
        }
    }

    public void stop() throws InterruptedException {
        synchronized (queue) {
            stopping = true;
            queue.notifyAll();
        }
        long busy = 0;
        for (Worker w : workers) {
            w.join();
            busy += w.busyNanos;
        }
        System.out.println(completed + " done, " + failed + " failed in " + busy);
    }

    public int[] shares() {
        int[] out = new int[workers.size()];
        int i = 0;
        for (Worker w : workers) {
            out[i++] = w.mine();
        }
        return out;
    }
}
