package v03c3p0acquire;

import java.util.LinkedList;

/** A handful of daemon threads which work off a common list of tasks. */
class AsynchronousRunner {
    private final LinkedList<Runnable> pendingTasks = new LinkedList<>();
    private boolean closed;

    AsynchronousRunner(int numThreads) {
        for (int i = 0; i < numThreads; i++) {
            Thread t = new Thread(this::work, "helper-#" + i);
            t.setDaemon(true);
            t.start();
        }
    }

    synchronized void postRunnable(Runnable r) {
        pendingTasks.add(r);
        notify();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void work() {
        for (;;) {
            Runnable r;
            synchronized (this) {
                while (pendingTasks.isEmpty()) {
                    if (closed) {
                        return;
                    }
                    try {
                        wait();
                    } catch (InterruptedException e) {
                        return;
                    }
                }
                r = pendingTasks.removeFirst();
            }
            r.run();
        }
    }
}
