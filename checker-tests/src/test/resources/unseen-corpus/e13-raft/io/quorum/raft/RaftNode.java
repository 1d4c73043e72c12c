package io.quorum.raft;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Term, vote and commit state. RPC threads and the election timer use it concurrently. */
public final class RaftNode {
    enum Role { FOLLOWER, CANDIDATE, LEADER }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition committed = lock.newCondition();
    private final int id;
    private volatile Role role = Role.FOLLOWER;
    private volatile long term;
    private int votedFor = -1;
    private int votes;
    private long commitIndex;
    private volatile long lastApplied;

    public RaftNode(int id) {
        this.id = id;
    }

    public boolean onVoteRequest(int candidate, long candidateTerm) {
        lock.lock();
        try {
            if (candidateTerm > term) {
                stepDown(candidateTerm);
            }
            if (candidateTerm == term && (votedFor == -1 || votedFor == candidate)) {
                votedFor = candidate;
                return true;
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void stepDown(long newTerm) {
        assert lock.isHeldByCurrentThread();
        term = newTerm;
        role = Role.FOLLOWER;
        votedFor = -1;
        votes = 0;
    }

    public void onElectionTimeout() {
        lock.lock();
        try {
            if (role != Role.LEADER) {
                term++;
                role = Role.CANDIDATE;
                votedFor = id;
                votes = 1;
            }
        } finally {
            lock.unlock();
        }
    }

    public void onVoteGranted(long inTerm, int clusterSize) {
        if (inTerm == term && role == Role.CANDIDATE) {
            votes++; // RACE wrong-lock
            lock.lock();
            try {
                if (role == Role.CANDIDATE && votes * 2 > clusterSize) {
                    role = Role.LEADER;
                }
            } finally {
                lock.unlock();
            }
        }
    }

    public void advanceCommit(long index) {
        lock.lock();
        try {
            if (index > commitIndex) {
                commitIndex = index;
                committed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    public void awaitCommit(long index) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (commitIndex < index) {
                committed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Replicator threads, one per peer, report what they have seen applied. */
    public void applied(long index) {
        if (index > lastApplied) { // RACE atomic-compound #1
            lastApplied = index; // RACE atomic-compound #1
        }
    }

    public long lastApplied() {
        return lastApplied;
    }

    public Role role() {
        return role;
    }
}
