package commitlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Transaction log with group commit: the first committer becomes the leader and forces the records of
 * everybody who arrived meanwhile. Used by all sessions.
 */
public class GroupCommitLog {

    private final LogFile file;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition forced = lock.newCondition();
    private List<byte[]> buffer = new ArrayList<>();
    private long bufferBytes;
    private long writtenLsn;
    private long forcedLsn;
    private boolean leaderActive;
    private IOException failure;
    private int groups;
    private long forcedBytes;
    private volatile long archivedLsn;

    public GroupCommitLog(LogFile file) {
        this.file = file;
    }

    /** Puts a record into the buffer; returns its log sequence number. */
    public long log(byte[] record) {
        lock.lock();
        try {
            buffer.add(record);
            bufferBytes += record.length;
            return ++writtenLsn;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when everything up to the number is on disk. */
    public void commit(long lsn) throws IOException, InterruptedException {
        lock.lock();
        try {
            while (forcedLsn < lsn) {
                if (failure != null) {
                    throw failure;
                }
                if (leaderActive) {
                    forced.await();
                } else {
                    lead();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Called with the lock held, which is released while the file is forced. */
    private void lead() {
        leaderActive = true;
        List<byte[]> mine = buffer;
        long upTo = writtenLsn;
        long bytes = bufferBytes;
        buffer = new ArrayList<>();
        bufferBytes = 0;
        lock.unlock();
        IOException problem = null;
        try {
            file.write(mine);
            file.force();
        } catch (IOException e) {
            problem = e;
        } finally {
            lock.lock();
            leaderActive = false;
            forced.signalAll();
        }
        if (problem == null) {
            forcedLsn = upTo;
            forcedBytes += bytes;
            groups++;
        } else {
            failure = problem;
        }
    }

    /** Called by the archivers of the individual volumes. */
    public void archived(long lsn) {
        if (archivedLsn < lsn) { // RACE check-then-act #1
            archivedLsn = lsn; // RACE check-then-act #1
        }
    }

    /** Drops buffered records of a session that has been killed before its commit. */
    public int discard(List<byte[]> records) {
        List<byte[]> kept = new ArrayList<>();
        int n = 0;
        long bytes = 0;
        List<byte[]> current;
        lock.lock();
        try {
            current = buffer;
        } finally {
            lock.unlock();
        }
        for (byte[] r : current) {
            if (records.contains(r)) {
                n++;
            } else {
                kept.add(r);
                bytes += r.length;
            }
        }
        lock.lock();
        try {
            buffer = kept; // RACE split-lock #2
            bufferBytes = bytes; // RACE split-lock #2
        } finally {
            lock.unlock();
        }
        return n;
    }

    public double meanGroupBytes() {
        lock.lock();
        try {
            return groups == 0 ? 0 : (double) forcedBytes / groups;
        } finally {
            lock.unlock();
        }
    }

    public long archivedLsn() {
        return archivedLsn;
    }

    /** The file below. */
    public interface LogFile {
        void write(List<byte[]> records) throws IOException;

        void force() throws IOException;
    }
}
