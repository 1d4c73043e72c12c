package conc;

/** Waits until all its parts are through. */
public class Batch {
    private final Object monitor = new Object();
    private int open;
    private int errors;

    public void add(WorkerPool pool, final Runnable part) {
        synchronized (monitor) {
            open++;
        }
        pool.submit(new Runnable() {
            public void run() {
                boolean ok = false;
                try {
                    part.run();
                    ok = true;
                } finally {
                    partDone(ok);
                }
            }
        });
    }

    private void partDone(boolean ok) {
        synchronized (monitor) {
            open--;
            if (!ok) {
                errors++;
            }
            if (open == 0) {
                monitor.notifyAll();
            }
        }
    }

    public int await() throws InterruptedException {
        synchronized (monitor) {
            while (open > 0) {
                monitor.wait();
            }
            int n = errors;
            errors = 0;
            return n;
        }
    }
}
