package org.quorate.raft;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Role and term of a node; RPC threads and the election timers work on it. */
class ElectionState {
    enum Role { FOLLOWER, CANDIDATE, LEADER }

    private volatile Role role = Role.FOLLOWER;
    private volatile long term;
    private volatile long lastHeartbeat = System.nanoTime();
    private final Set<String> votes = new HashSet<>();

    void start(ScheduledExecutorService timers) {
        timers.scheduleWithFixedDelay(this::onElectionTimeout, 150,
                150 + ThreadLocalRandom.current().nextInt(150), TimeUnit.MILLISECONDS);
    }

    private void onElectionTimeout() {
        if (System.nanoTime() - lastHeartbeat < 150_000_000L) {
            return;
        }
        if (role == Role.FOLLOWER) { // RACE atomic-compound #1
            role = Role.CANDIDATE; // RACE atomic-compound #1
            term++; // RACE atomic-compound
            synchronized (votes) {
                votes.clear();
            }
        }
    }

    /** RPC thread. */
    boolean onAppend(long leaderTerm) {
        lastHeartbeat = System.nanoTime();
        if (leaderTerm > term) { // RACE atomic-compound #2
            term = leaderTerm; // RACE atomic-compound #2
            role = Role.FOLLOWER;
            return true;
        }
        return leaderTerm == term;
    }

    /** RPC thread. */
    void onVote(String peer, int quorum) {
        synchronized (votes) {
            votes.add(peer);
            if (votes.size() >= quorum && role == Role.CANDIDATE) { // MAYBE
                role = Role.LEADER; // MAYBE
            }
        }
    }

    long term() {
        return term;
    }
}

/** Role and term change together, by compare and set. */
class AtomicElectionState {
    private record State(ElectionState.Role role, long term, int votes) {}

    private final AtomicReference<State> state = new AtomicReference<>(new State(ElectionState.Role.FOLLOWER, 0, 0));

    void onElectionTimeout() {
        State s = state.get();
        if (s.role() == ElectionState.Role.FOLLOWER) {
            state.compareAndSet(s, new State(ElectionState.Role.CANDIDATE, s.term() + 1, 1));
        }
    }

    boolean onAppend(long leaderTerm) {
        State after = state.updateAndGet(s ->
                leaderTerm > s.term() ? new State(ElectionState.Role.FOLLOWER, leaderTerm, 0) : s);
        return after.term() == leaderTerm;
    }

    void onVote(int quorum) {
        State s;
        State next;
        do {
            s = state.get();
            int votes = s.votes() + 1;
            next = new State(votes >= quorum ? ElectionState.Role.LEADER : s.role(), s.term(), votes);
        } while (!state.compareAndSet(s, next));
    }
}
