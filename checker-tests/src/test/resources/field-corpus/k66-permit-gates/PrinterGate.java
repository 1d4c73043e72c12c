package k66;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** A binary semaphore serves as the lock of the printer's state. */
public class PrinterGate {
    private final Semaphore mutex = new Semaphore(1);
    private final Queue<String> spool = new ArrayDeque<>();
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private int pages;
    private int jobs;

    public void print(String doc) {
        clients.execute(() -> {
            mutex.acquireUninterruptibly();
            try {
                spool.add(doc);
                jobs++;
                pages += doc.length() / 3000 + 1;
            } finally {
                mutex.release();
            }
        });
    }

    public String next() throws InterruptedException {
        mutex.acquire();
        try {
            String d = spool.poll();
            if (d != null) {
                jobs--;
            }
            return d;
        } finally {
            mutex.release();
        }
    }

    public int pages() throws InterruptedException {
        mutex.acquire();
        try {
            return pages;
        } finally {
            mutex.release();
        }
    }
}
