package k66;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Four scanners: the permits bound how many run, they exclude nobody. */
public class ScannerGate {
    private final Semaphore permits = new Semaphore(4);
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final List<String> scanned = new ArrayList<>();
    private int busyMillis;

    public void scan(String doc) {
        clients.execute(() -> {
            permits.acquireUninterruptibly();
            long t0 = System.nanoTime();
            try {
                scanned.add(doc); // RACE unsafe-collection #1
            } finally {
                busyMillis += (int) ((System.nanoTime() - t0) / 1_000_000); // RACE rmw #2
                permits.release();
            }
        });
    }

    public int busyMillis() {
        return busyMillis;
    }
}
