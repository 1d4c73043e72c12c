package io.quorum.raft;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/** One thread per peer. */
final class PeerReplicator extends Thread {
    private final LinkedBlockingQueue<Long> entries = new LinkedBlockingQueue<>();
    private final RaftNode node;
    private final List<Long> batch = new ArrayList<>();
    private volatile long nextIndex = 1;
    private int rounds;

    PeerReplicator(RaftNode node, int peer) {
        super("replicator-" + peer);
        this.node = node;
    }

    void offer(long index) {
        entries.add(index);
    }

    @Override
    public void run() {
        try {
            while (!isInterrupted()) {
                batch.add(entries.take());
                entries.drainTo(batch, 63);
                for (long index : batch) {
                    if (index >= nextIndex) {
                        nextIndex = index + 1;
                    }
                }
                batch.clear();
                rounds++;
                node.applied(nextIndex - 1);
            }
        } catch (InterruptedException e) {
            interrupt();
        }
    }

    long nextIndex() {
        return nextIndex;
    }
}
