package org.timber.file;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Hands lines to the one writer thread. */
public class AsyncWriter extends Thread {
    private final BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(1000);
    private final RollingFile file;
    private final AtomicLong discarded = new AtomicLong();
    private int failures;
    private int batches;

    public AsyncWriter(RollingFile file) {
        super("async-log-writer");
        this.file = file;
        setDaemon(true);
    }

    public void log(byte[] line) {
        if (!queue.offer(line)) {
            discarded.incrementAndGet();
        }
    }

    @Override
    public void run() {
        try {
            while (!isInterrupted()) {
                byte[] l = queue.take();
                int n = 0;
                while (l != null) {
                    write(l);
                    n++;
                    l = queue.poll();
                }
                if (n > 1) {
                    batches++;
                }
            }
        } catch (InterruptedException e) {
            interrupt();
        }
    }

    private void write(byte[] l) {
        try {
            file.append(l);
        } catch (IOException e) {
            failures++;
        }
    }
}
