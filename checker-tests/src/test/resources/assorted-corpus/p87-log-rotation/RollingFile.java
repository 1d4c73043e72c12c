package org.timber.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntFunction;

/** Appender of a rolling file. size is volatile for the status page only; all writers hold the lock. */
public class RollingFile {
    private final long maxSize;
    private final IntFunction<OutputStream> opener;
    private final Object streamLock = new Object();
    private OutputStream out;
    private volatile long size;
    private volatile int index;
    private volatile long lines;
    private final Deque<Integer> old = new ArrayDeque<>();

    public RollingFile(long maxSize, IntFunction<OutputStream> opener) {
        this.maxSize = maxSize;
        this.opener = opener;
        this.out = opener.apply(0);
    }

    public void append(byte[] line) throws IOException {
        synchronized (streamLock) {
            if (size + line.length > maxSize) {
                roll();
            }
            out.write(line);
            size += line.length;
            lines++;
        }
    }

    private void roll() throws IOException {
        out.close();
        old.addLast(index);
        if (old.size() > 5) {
            old.removeFirst();
        }
        index++;
        out = opener.apply(index);
        size = 0;
    }

    public void rollIfOlder(long millis, long now, long opened) throws IOException {
        if (now - opened < millis || size == 0) {
            return;
        }
        synchronized (streamLock) {
            if (size == 0) {
                return;
            }
            roll();
        }
    }

    public long size() {
        return size;
    }

    public int index() {
        return index;
    }

    public long lines() {
        return lines;
    }
}
