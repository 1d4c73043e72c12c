package k27;

import java.util.LinkedList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A fixed pool in the pre-executor style: everything hangs on nextRunnableLock. */
public class SimplePool {
    private final Object nextRunnableLock = new Object();
    private final int count;
    private List<WorkerThread> workers;
    private final LinkedList<WorkerThread> availWorkers = new LinkedList<>();
    private final LinkedList<WorkerThread> busyWorkers = new LinkedList<>();
    private boolean isShutdown = false;
    private boolean handoffPending = false;
    private int rejected;

    public SimplePool(int count) {
        this.count = count;
    }

    public void initialize() {
        if (workers != null && workers.size() > 0) {
            return;
        }
        workers = new LinkedList<>();
        for (int i = 1; i <= count; ++i) {
            WorkerThread wt = new WorkerThread("SimplePool_Worker-" + i);
            workers.add(wt);
        }
        for (WorkerThread wt : workers) {
            synchronized (nextRunnableLock) {
                availWorkers.add(wt);
            }
            wt.start();
        }
    }

    public boolean runInThread(Runnable runnable) {
        if (runnable == null) {
            return false;
        }
        synchronized (nextRunnableLock) {
            handoffPending = true;
            while (availWorkers.size() < 1 && !isShutdown) {
                try {
                    nextRunnableLock.wait(500);
                } catch (InterruptedException ignore) {
                }
            }
            if (!isShutdown) {
                WorkerThread wt = availWorkers.removeFirst();
                busyWorkers.add(wt);
                wt.run(runnable);
            } else {
                rejected++;
            }
            nextRunnableLock.notifyAll();
            handoffPending = false;
        }
        return true;
    }

    public int blockForAvailableThreads() {
        synchronized (nextRunnableLock) {
            while ((availWorkers.size() < 1 || handoffPending) && !isShutdown) {
                try {
                    nextRunnableLock.wait(500);
                } catch (InterruptedException ignore) {
                }
            }
            return availWorkers.size();
        }
    }

    protected void makeAvailable(WorkerThread wt) {
        synchronized (nextRunnableLock) {
            if (!isShutdown) {
                availWorkers.add(wt);
            }
            busyWorkers.remove(wt);
            nextRunnableLock.notifyAll();
        }
    }

    public void shutdown() {
        synchronized (nextRunnableLock) {
            isShutdown = true;
            if (workers == null) {
                return;
            }
            for (WorkerThread wt : workers) {
                wt.shutdown();
                availWorkers.remove(wt);
            }
            nextRunnableLock.notifyAll();
        }
    }

    class WorkerThread extends Thread {
        private final Object lock = new Object();
        private final AtomicBoolean run = new AtomicBoolean(true);
        private Runnable runnable = null;
        private long jobs;

        WorkerThread(String name) {
            super(name);
            setDaemon(true);
        }

        void shutdown() {
            run.set(false);
        }

        public void run(Runnable newRunnable) {
            synchronized (lock) {
                if (runnable != null) {
                    throw new IllegalStateException("Already running a Runnable!");
                }
                runnable = newRunnable;
                lock.notifyAll();
            }
        }

        @Override
        public void run() {
            while (run.get()) {
                boolean ran = false;
                try {
                    synchronized (lock) {
                        while (runnable == null && run.get()) {
                            lock.wait(500);
                        }
                        if (runnable != null) {
                            ran = true;
                            runnable.run();
                            jobs++;
                        }
                    }
                } catch (InterruptedException unblock) {
                    run.set(false);
                } finally {
                    synchronized (lock) {
                        runnable = null;
                    }
                    if (ran) {
                        makeAvailable(this);
                    }
                }
            }
        }
    }
}
