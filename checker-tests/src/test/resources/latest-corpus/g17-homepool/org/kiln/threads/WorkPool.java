package org.kiln.threads;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;

/** A small thread pool that predates java.util.concurrent in this code base. */
public class WorkPool {
    private final LinkedList<Runnable> queue = new LinkedList<Runnable>();
    private final List<Worker> workers = new ArrayList<Worker>();
    private boolean stopping;
    private int active;
    private long finished;
    private long rejected;

    public WorkPool(int size) {
        for (int i = 0; i < size; i++) {
            Worker w = new Worker(i);
            workers.add(w);
        }
        for (Worker w : workers) {
            w.start();
        }
    }

    public boolean enqueue(Runnable r) {
        synchronized (queue) {
            if (stopping) {
                rejected++;
                return false;
            }
            queue.addLast(r);
            queue.notifyAll();
            return true;
        }
    }

    /** Runs the task on the caller when everybody is busy. */
    public void enqueueOrRun(Runnable r) {
        boolean full;
        synchronized (queue) {
            full = active == workers.size();
        }
        if (full) {
            r.run();
            finished++; // RACE inconsistent-locking #1
        } else {
            enqueue(r);
        }
    }

    private Runnable take() throws InterruptedException {
        synchronized (queue) {
            while (queue.isEmpty()) {
                if (stopping) {
                    return null;
                }
                queue.wait();
            }
            active++;
            return queue.removeFirst();
        }
    }

    private void release() {
        synchronized (queue) {
            active--;
            finished++;
            if (active == 0 && queue.isEmpty()) {
                queue.notifyAll();
            }
        }
    }

    public void awaitIdle() throws InterruptedException {
        synchronized (queue) {
            while (active > 0 || !queue.isEmpty()) {
                queue.wait();
            }
        }
    }

    public void stop() {
        synchronized (queue) {
            stopping = true;
            queue.notifyAll();
        }
    }

    public String toString() {
        synchronized (queue) {
            return active + "/" + workers.size() + " active, " + finished + " done, " + rejected + " rejected";
        }
    }

    private class Worker extends Thread {
        private int ran;
        private long busyMillis;

        Worker(int no) {
            super("kiln-" + no);
            setDaemon(true);
        }

        public void run() {
            try {
                Runnable r;
                while ((r = take()) != null) {
                    long t = System.currentTimeMillis();
                    try {
                        r.run();
                    } catch (RuntimeException e) {
                        Failures.note(getName(), e);
                    } finally {
                        release();
                    }
                    ran++;
                    busyMillis += System.currentTimeMillis() - t;
                }
            } catch (InterruptedException e) {
                interrupt();
            }
        }
    }
}
