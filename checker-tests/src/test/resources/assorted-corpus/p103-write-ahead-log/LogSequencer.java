package db.shale.wal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Group commit: appenders wait until a sync covers their sequence number. */
public class LogSequencer {
    interface Device {
        void write(List<byte[]> block) throws IOException;

        void force() throws IOException;
    }

    private final Object appendLock = new Object();
    private final Object syncLock = new Object();
    private final Device device;
    private final AtomicLong unflushed = new AtomicLong();
    private volatile long syncedTill;
    private volatile long deferredForces;
    private LinkedList<byte[]> pending = new LinkedList<byte[]>();
    private long nextSequence = 1;
    private long forces;
    private long slowForces;

    public LogSequencer(Device device) {
        this.device = device;
    }

    public long append(byte[] edit) {
        synchronized (appendLock) {
            pending.add(edit);
            unflushed.set(nextSequence);
            return nextSequence++;
        }
    }

    private List<byte[]> grabPending() {
        synchronized (appendLock) {
            List<byte[]> save = pending;
            pending = new LinkedList<byte[]>();
            return save;
        }
    }

    public void sync(long sequence) throws IOException {
        if (sequence <= syncedTill) {
            return;
        }
        synchronized (syncLock) {
            if (sequence <= syncedTill) {
                return;
            }
            long target = unflushed.get();
            List<byte[]> block = grabPending();
            device.write(block);
            long t = System.nanoTime();
            device.force();
            forces++;
            if (System.nanoTime() - t > 1_000_000_000L) {
                slowForces++;
            }
            if (target > syncedTill) {
                syncedTill = target;
            }
        }
    }

    /** For edits without durability; somebody else's sync will cover them. */
    public void defer(long sequence) {
        deferredForces++; // RACE rmw
    }

    /** Skips a range of sequence numbers, e.g. after a region was opened with a larger one. */
    public void skipTo(long sequence) {
        if (nextSequence < sequence) { // RACE check-then-act #1
            synchronized (appendLock) {
                nextSequence = sequence; // RACE check-then-act #1
            }
        }
    }

    public void skipToChecked(long sequence) {
        synchronized (appendLock) {
            if (nextSequence < sequence) {
                nextSequence = sequence;
            }
        }
    }

    public long forces() {
        synchronized (syncLock) {
            return forces + slowForces;
        }
    }

    public List<byte[]> abort() {
        synchronized (syncLock) {
            return new ArrayList<byte[]>(grabPending());
        }
    }

    public long deferred() {
        return deferredForces;
    }
}
