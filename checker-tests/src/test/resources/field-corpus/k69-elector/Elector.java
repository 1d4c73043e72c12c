package k69;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Leader election in the manner of Raft; all state belongs to the single election thread. */
public class Elector implements AutoCloseable {
    public enum Role { FOLLOWER, CANDIDATE, LEADER }

    private final ScheduledExecutorService election =
            Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "elector"));
    private final String self;
    private final Set<String> peers;
    private final Set<String> votes = new HashSet<>();
    private Role role = Role.FOLLOWER;
    private long term;
    private int elections;
    private String votedFor;
    private ScheduledFuture<?> timeout;

    public Elector(String self, Set<String> peers) {
        this.self = self;
        this.peers = Set.copyOf(peers);
    }

    public void start() {
        election.execute(this::resetTimeout);
    }

    private void resetTimeout() {
        if (timeout != null) {
            timeout.cancel(false);
        }
        timeout = election.schedule(this::startElection, ThreadLocalRandom.current().nextInt(150, 300), TimeUnit.MILLISECONDS);
    }

    private void startElection() {
        term++;
        elections++;
        role = Role.CANDIDATE;
        votedFor = self;
        votes.clear();
        votes.add(self);
        resetTimeout();
    }

    /** From the network threads. */
    public boolean requestVote(String candidate, long candidateTerm) throws InterruptedException {
        return call(() -> {
            if (candidateTerm > term) {
                term = candidateTerm;
                votedFor = null;
                role = Role.FOLLOWER;
            }
            if (candidateTerm == term && (votedFor == null || votedFor.equals(candidate))) {
                votedFor = candidate;
                resetTimeout();
                return true;
            }
            return false;
        });
    }

    /** From the network threads. */
    public void voteGranted(String from, long forTerm) {
        election.execute(() -> {
            if (role == Role.CANDIDATE && forTerm == term && peers.contains(from) && votes.add(from)) {
                if (votes.size() > peers.size() / 2) {
                    role = Role.LEADER;
                }
            }
        });
    }

    public int elections() throws InterruptedException {
        return call(() -> elections);
    }

    private <T> T call(Callable<T> c) throws InterruptedException {
        Future<T> f = election.submit(c);
        try {
            return f.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        election.shutdownNow();
    }
}
