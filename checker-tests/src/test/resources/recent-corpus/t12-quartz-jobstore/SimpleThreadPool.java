package org.example.quartz.simpl;

import java.util.LinkedList;
import java.util.logging.Level;
import java.util.logging.Logger;

public class SimpleThreadPool {

    private static final Logger LOG = Logger.getLogger(SimpleThreadPool.class.getName());

    private final Object nextRunnableLock = new Object();
    private final LinkedList<WorkerThread> availWorkers = new LinkedList<WorkerThread>();
    private final RAMJobStore store;
    private boolean isShutdown = false;
    private int handedOff;

    public SimpleThreadPool(RAMJobStore store, int count) {
        this.store = store;
        for (int i = 0; i < count; i++) {
            WorkerThread wt = new WorkerThread("worker-" + i);
            availWorkers.add(wt);
            wt.start();
        }
    }

    public boolean runInThread(String[] fired) throws InterruptedException {
        synchronized (nextRunnableLock) {
            while (availWorkers.isEmpty() && !isShutdown) {
                nextRunnableLock.wait(500);
            }
            if (isShutdown) {
                return false;
            }
            handedOff++;
            availWorkers.removeFirst().run(fired);
            return true;
        }
    }

    public void shutdown() {
        synchronized (nextRunnableLock) {
            isShutdown = true;
            nextRunnableLock.notifyAll();
        }
    }

    class WorkerThread extends Thread {
        private String[] job;
        private int runs;

        WorkerThread(String name) {
            super(name);
            setDaemon(true);
        }

        synchronized void run(String[] fired) {
            if (job != null) {
                throw new IllegalStateException("Already running a Runnable!");
            }
            job = fired;
            notifyAll();
        }

        @Override
        public void run() {
            while (true) {
                String[] mine;
                synchronized (this) {
                    while (job == null) {
                        try {
                            wait(500);
                        } catch (InterruptedException e) {
                            return;
                        }
                    }
                    mine = job;
                    job = null;
                }
                boolean failed = true;
                try {
                    ((Runnable) Class.forName(mine[1]).getDeclaredConstructor().newInstance()).run();
                    failed = false;
                } catch (Exception e) {
                    LOG.log(Level.SEVERE, "job " + mine[0], e);
                }
                runs++;
                store.triggeredJobComplete(mine[0], failed);
                synchronized (nextRunnableLock) {
                    availWorkers.add(this);
                    nextRunnableLock.notifyAll();
                }
            }
        }
    }
}
