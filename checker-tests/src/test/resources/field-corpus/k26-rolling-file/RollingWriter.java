package k26;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** A log appender: many callers, optional asynchronous mode. */
public class RollingWriter {
    private final File base;
    private final long maxFileSize;
    private OutputStream out;
    private long bytesWritten;
    private int backups;
    private long errors;
    private final BlockingQueue<String> buffer = new ArrayBlockingQueue<>(8192);
    private int discarded;

    public RollingWriter(File base, long maxFileSize) throws IOException {
        this.base = base;
        this.maxFileSize = maxFileSize;
        this.out = open(base);
    }

    private static OutputStream open(File f) throws IOException {
        return new BufferedOutputStream(new FileOutputStream(f, true));
    }

    public void startAsync() {
        Thread t = new Thread(this::drain, "async-appender");
        t.setDaemon(true);
        t.start();
    }

    /** From any thread; never blocks. */
    public void appendLater(String event) {
        if (!buffer.offer(event)) {
            discarded++; // RACE rmw #1
        }
    }

    public void append(String event) {
        byte[] line = event.getBytes(StandardCharsets.UTF_8);
        try {
            synchronized (this) {
                if (bytesWritten + line.length > maxFileSize) {
                    rollover();
                }
                out.write(line);
                bytesWritten += line.length;
            }
        } catch (IOException e) {
            errors++; // RACE rmw #2
        }
    }

    private void rollover() throws IOException {
        out.close();
        backups++;
        File target = new File(base.getPath() + "." + backups);
        if (!base.renameTo(target)) {
            throw new IOException("cannot rename to " + target);
        }
        out = open(base);
        bytesWritten = 0;
    }

    private void drain() {
        StringBuilder batch = new StringBuilder();
        try {
            while (true) {
                batch.append(buffer.take());
                while (batch.length() < 4096 && !buffer.isEmpty()) {
                    batch.append('\n').append(buffer.take());
                }
                append(batch.toString());
                batch.setLength(0);
            }
        } catch (InterruptedException e) {
            synchronized (this) {
                System.err.println(backups + " backups, lost " + discarded);
            }
        }
    }

    public synchronized void close() throws IOException {
        out.close();
    }
}
