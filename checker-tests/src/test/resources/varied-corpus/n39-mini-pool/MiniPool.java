package exec.mini;

import java.util.HashSet;
import java.util.LinkedList;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A small executor in the manner of the JDK's. */
public class MiniPool implements Executor {
    private final ReentrantLock mainLock = new ReentrantLock();
    private final Condition work = mainLock.newCondition();
    private final Set<Worker> workers = new HashSet<Worker>();
    private final Queue<Runnable> queue = new LinkedList<Runnable>();
    private final int max;
    private int idle;
    private int largest;
    private long completed;
    private int crashes;
    private boolean shutdown;

    public MiniPool(int max) {
        this.max = max;
    }

    public void execute(Runnable task) {
        Worker fresh = null;
        mainLock.lock();
        try {
            if (shutdown) {
                throw new IllegalStateException();
            }
            queue.add(task);
            if (idle == 0 && workers.size() < max) {
                fresh = new Worker();
                workers.add(fresh);
                if (workers.size() > largest) {
                    largest = workers.size();
                }
            } else {
                work.signal();
            }
        } finally {
            mainLock.unlock();
        }
        if (fresh != null) {
            new Thread(fresh).start();
        }
    }

    private Runnable next() throws InterruptedException {
        mainLock.lockInterruptibly();
        try {
            idle++;
            try {
                while (queue.isEmpty()) {
                    if (shutdown) {
                        return null;
                    }
                    work.await();
                }
                return queue.remove();
            } finally {
                idle--;
            }
        } finally {
            mainLock.unlock();
        }
    }

    public void shutdown() {
        final ReentrantLock lock = this.mainLock;
        lock.lock();
        try {
            shutdown = true;
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private class Worker implements Runnable {
        private long mine;

        public void run() {
            try {
                for (Runnable r = next(); r != null; r = next()) {
                    try {
                        r.run();
                        mine++;
                    } catch (RuntimeException e) {
                        crashes++; // RACE rmw
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                retire(this);
            }
        }
    }

    private void retire(Worker w) {
        mainLock.lock();
        try {
            workers.remove(w);
            completed += w.mine;
        } finally {
            mainLock.unlock();
        }
    }

    public String toString() {
        mainLock.lock();
        try {
            return workers.size() + "/" + largest + " workers, " + completed + " done, " + crashes + " crashed";
        } finally {
            mainLock.unlock();
        }
    }
}
