package org.spanforge.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes spans from all threads, fills a page under a binary semaphore, and swaps full pages with the
 * exporter thread.
 */
public class TraceWriter implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TraceWriter.class.getName());

    /** A page of encoded spans. */
    private static final class Page {
        private final List<byte[]> spans = new ArrayList<>();
        private int bytes;
        private int exports;

        void add(byte[] b) {
            spans.add(b);
            bytes += b.length;
        }

        void reset() {
            spans.clear();
            bytes = 0;
            exports++;
        }
    }

    private final Semaphore gate = new Semaphore(1);
    private final Exchanger<Page> exchanger = new Exchanger<>();
    private final OutputStream target;
    private final int pageSize;
    private final Thread exporter;
    private Page filling = new Page();
    private long accepted;
    private long dropped;
    private long exportedBytes;
    private int failedPages;
    private volatile boolean closed;

    public TraceWriter(OutputStream target, int pageSize) {
        this.target = target;
        this.pageSize = pageSize;
        this.exporter = new Thread(this::exportLoop, "trace-exporter");
        exporter.setDaemon(true);
        exporter.start();
    }

    public void span(String name, long micros) throws InterruptedException {
        byte[] encoded = (name + ':' + micros + '\n').getBytes(StandardCharsets.UTF_8);
        gate.acquire();
        try {
            store(encoded);
        } finally {
            gate.release();
        }
    }

    private void store(byte[] encoded) throws InterruptedException {
        if (filling.bytes + encoded.length > pageSize) {
            try {
                filling = exchanger.exchange(filling, 20, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                dropped++;
                return;
            }
        }
        filling.add(encoded);
        accepted++;
    }

    private void exportLoop() {
        Page mine = new Page();
        while (!closed) {
            try {
                mine = exchanger.exchange(mine, 1, TimeUnit.SECONDS);
                write(mine);
                mine.reset();
            } catch (TimeoutException e) {
                LOG.finest("nothing to export");
            } catch (InterruptedException e) {
                break;
            }
        }
        LOG.fine(exportedBytes + " bytes, failed pages " + failedPages + ", last page used " + mine.exports);
    }

    private void write(Page p) {
        try {
            for (byte[] b : p.spans) {
                target.write(b);
                exportedBytes += b.length;
            }
            target.flush();
        } catch (IOException e) {
            failedPages++;
            LOG.log(Level.WARNING, "export", e);
        }
    }

    public long[] counts() {
        gate.acquireUninterruptibly();
        try {
            return new long[] {accepted, dropped};
        } finally {
            gate.release();
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        exporter.interrupt();
        exporter.join();
        gate.acquire();
        try {
            write(filling);
            filling.reset();
        } finally {
            gate.release();
        }
    }
}
