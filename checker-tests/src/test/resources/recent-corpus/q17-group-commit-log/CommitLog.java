package com.tidedb.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Write-ahead log with group commit: the first waiting writer becomes the leader and writes what the
 * others have queued meanwhile.
 */
public class CommitLog {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition synced = lock.newCondition();
    private final FileChannel channel;
    private List<ByteBuffer> queue = new ArrayList<>();
    private boolean leaderActive;
    private long appendedLsn;
    private long syncedLsn;
    private IOException failure;
    private long groups;
    private long bytesWritten;
    private int largestGroup;

    public CommitLog(FileChannel channel) {
        this.channel = channel;
    }

    public long append(ByteBuffer record) throws IOException, InterruptedException {
        lock.lock();
        try {
            checkFailure();
            queue.add(record);
            long lsn = ++appendedLsn;
            while (syncedLsn < lsn) {
                if (leaderActive) {
                    synced.await();
                    checkFailure();
                } else {
                    leaderActive = true;
                    try {
                        lead();
                    } finally {
                        leaderActive = false;
                        synced.signalAll();
                    }
                }
            }
            return lsn;
        } finally {
            lock.unlock();
        }
    }

    /** Entered with the lock held; gives it up while it writes. */
    private void lead() throws IOException {
        List<ByteBuffer> group = queue;
        queue = new ArrayList<>();
        long upTo = appendedLsn;
        if (group.size() > largestGroup) {
            largestGroup = group.size();
        }
        lock.unlock();
        IOException problem = null;
        try {
            writeGroup(group);
        } catch (IOException e) {
            problem = e;
        } finally {
            lock.lock();
        }
        groups++;
        if (problem != null) {
            failure = problem;
            throw problem;
        }
        syncedLsn = upTo;
    }

    /** Only the leader gets here. */
    private void writeGroup(List<ByteBuffer> group) throws IOException {
        for (ByteBuffer b : group) {
            int n = b.remaining();
            while (b.hasRemaining()) {
                channel.write(b);
            }
            bytesWritten += n;
        }
        channel.force(false);
    }

    private void checkFailure() throws IOException {
        if (failure != null) {
            throw new IOException("log is broken", failure);
        }
    }

    public long getGroups() {
        lock.lock();
        try {
            return groups;
        } finally {
            lock.unlock();
        }
    }

    public long getSyncedLsn() {
        lock.lock();
        try {
            return syncedLsn;
        } finally {
            lock.unlock();
        }
    }
}
