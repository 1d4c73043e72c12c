package mvcc;

import java.util.LinkedList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Multi-version concurrency control of a region. Writers get increasing write numbers; readers see
 * everything up to the read point, below which all writes are complete.
 */
public class VersionControl {

    private final AtomicLong writePoint = new AtomicLong();
    private final AtomicLong readPoint = new AtomicLong();
    private final LinkedList<WriteEntry> queue = new LinkedList<>();
    private final Object readWaiters = new Object();
    private int maxQueue;

    public VersionControl(long start) {
        readPoint.set(start);
        writePoint.set(start);
    }

    /** Moves both points forward, e.g. when store files with newer numbers are opened. */
    public void advanceTo(long newStart) {
        while (true) {
            long read = readPoint.get();
            long write = writePoint.get();
            if (write >= newStart || writePoint.compareAndSet(write, newStart)) {
                if (read < newStart) {
                    readPoint.set(newStart); // RACE atomic-compound #1
                }
                return;
            }
        }
    }

    public WriteEntry begin() {
        synchronized (queue) {
            WriteEntry e = new WriteEntry(writePoint.incrementAndGet());
            queue.add(e);
            if (queue.size() > maxQueue) {
                maxQueue = queue.size();
            }
            return e;
        }
    }

    public void completeAndWait(WriteEntry e) throws InterruptedException {
        if (!complete(e)) {
            waitForRead(e);
        }
    }

    public boolean complete(WriteEntry entry) {
        synchronized (queue) {
            entry.done = true;
            long last = 0;
            while (!queue.isEmpty() && queue.getFirst().done) {
                last = queue.removeFirst().number;
            }
            if (last > 0) {
                synchronized (readWaiters) {
                    readPoint.set(Math.max(last, readPoint.get())); // RACE atomic-compound #1
                    readWaiters.notifyAll();
                }
            }
            return readPoint.get() >= entry.number;
        }
    }

    private void waitForRead(WriteEntry e) throws InterruptedException {
        synchronized (readWaiters) {
            while (readPoint.get() < e.number) {
                readWaiters.wait();
            }
        }
    }

    public long readPoint() {
        return readPoint.get();
    }

    /** A write in progress. */
    public static final class WriteEntry {
        private final long number;
        private boolean done;

        WriteEntry(long number) {
            this.number = number;
        }

        public long number() {
            return number;
        }
    }
}
