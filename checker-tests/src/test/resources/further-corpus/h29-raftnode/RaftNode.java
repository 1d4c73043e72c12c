package raftnode;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The election part of a consensus node. Messages arrive on the threads of the transport, timeouts
 * on the timer.
 */
public class RaftNode {

    enum Role { FOLLOWER, CANDIDATE, LEADER, CLOSED }

    private final int self;
    private final int clusterSize;
    private final ScheduledExecutorService timer;
    private final Map<Integer, Long> votes = new HashMap<>();
    private volatile Role role = Role.FOLLOWER;
    private volatile long term;
    private long votedFor = -1;
    private ScheduledFuture<?> election;
    private int elections;

    public RaftNode(int self, int clusterSize, ScheduledExecutorService timer) {
        this.self = self;
        this.clusterSize = clusterSize;
        this.timer = timer;
    }

    public synchronized void start() {
        if (election == null) {
            election = timer.scheduleWithFixedDelay(this::electionTimeout, 300, 300, TimeUnit.MILLISECONDS);
        }
    }

    private void electionTimeout() {
        if (role == Role.LEADER || role == Role.CLOSED) {
            return;
        }
        synchronized (this) {
            if (role == Role.LEADER || role == Role.CLOSED) {
                return;
            }
            role = Role.CANDIDATE;
            term = term + 1;
            elections++;
            votes.clear();
            votes.put(self, term);
            votedFor = self;
        }
    }

    public void onVote(int from, long voteTerm) {
        synchronized (this) {
            if (role != Role.CANDIDATE || voteTerm != term) {
                return;
            }
            votes.put(from, voteTerm);
            if (votes.size() * 2 > clusterSize) {
                role = Role.LEADER;
            }
        }
    }

    public void onHeartbeat(int leader, long leaderTerm) {
        if (leaderTerm > term) { // RACE inconsistent-locking #1
            term = leaderTerm; // RACE inconsistent-locking #1
            role = Role.FOLLOWER; // RACE inconsistent-locking #1
        }
    }

    public synchronized boolean onVoteRequest(int candidate, long candidateTerm) {
        if (candidateTerm < term) {
            return false;
        }
        if (candidateTerm > term) {
            stepDown(candidateTerm);
        }
        if (votedFor == -1 || votedFor == candidate) {
            votedFor = candidate;
            return true;
        }
        return false;
    }

    private void stepDown(long newTerm) {
        term = newTerm;
        votedFor = -1;
        if (role != Role.CLOSED) {
            role = Role.FOLLOWER;
        }
    }

    public void close() {
        ScheduledFuture<?> f;
        synchronized (this) {
            role = Role.CLOSED;
            f = election;
            election = null;
        }
        if (f != null) {
            f.cancel(false);
        }
    }

    public boolean isLeader() {
        return role == Role.LEADER;
    }

    public synchronized String describe() {
        return self + " " + role + " term=" + term + " elections=" + elections;
    }
}
