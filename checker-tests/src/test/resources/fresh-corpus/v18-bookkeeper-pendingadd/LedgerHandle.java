package org.example.bookkeeper.client;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Client side of an open ledger. {@link #asyncAddEntry} may be called from any thread; responses of the bookies come in on the ordered
 * executor thread of the ledger.
 */
public class LedgerHandle {
    private final Queue<PendingAddOp> pendingAddOps = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean blockAddCompletions = new AtomicBoolean();
    private final OrderedExecutor executor;
    private final long ledgerId;
    private final int ackQuorum;

    /** Highest entry id given out; guarded by this. */
    private long lastAddPushed = -1;
    private long lastAddConfirmed = -1;
    private volatile long pendingBytes;
    /** Length of the ledger with all entries pushed so far. */
    private long length;

    public LedgerHandle(long ledgerId, OrderedExecutor executor, int ackQuorum) {
        this.ledgerId = ledgerId;
        this.executor = executor;
        this.ackQuorum = ackQuorum;
    }

    public CompletableFuture<Long> asyncAddEntry(byte[] data) {
        PendingAddOp op = new PendingAddOp();
        synchronized (this) {
            op.entryId = ++lastAddPushed;
            op.currentLedgerLength = addToLength(data.length);
            pendingAddOps.add(op);
        }
        pendingBytes += data.length; // RACE atomic-compound
        op.size = data.length;
        executor.executeOrdered(ledgerId, () -> send(op, data));
        return op.future;
    }

    synchronized long addToLength(long delta) {
        length += delta;
        return length;
    }

    private void send(PendingAddOp op, byte[] data) {
        for (int bookie = 0; bookie < 3; bookie++) {
            executor.execute(ledgerId, bookie, op.entryId, data,
                () -> executor.executeOrdered(ledgerId, () -> writeComplete(op)));
        }
    }

    private void writeComplete(PendingAddOp op) {
        op.acks++;
        if (op.acks == ackQuorum) {
            op.completed = true;
            sendAddSuccessCallbacks();
        }
    }

    private void sendAddSuccessCallbacks() {
        PendingAddOp op;
        while ((op = pendingAddOps.peek()) != null && !blockAddCompletions.get()) {
            if (!op.completed) {
                return;
            }
            pendingAddOps.remove();
            lastAddConfirmed = Math.max(lastAddConfirmed, op.entryId);
            pendingBytes -= op.size; // RACE atomic-compound
            op.future.complete(op.entryId);
        }
    }

    /** Bookie change: completions have to wait until the metadata has been written. */
    void handleBookieFailure(Runnable ensembleChange) {
        if (blockAddCompletions.compareAndSet(false, true)) {
            executor.executeOrdered(ledgerId, () -> {
                ensembleChange.run();
                blockAddCompletions.set(false);
                sendAddSuccessCallbacks();
            });
        }
    }

    public long getPendingBytes() {
        return pendingBytes;
    }

    private static final class PendingAddOp {
        final CompletableFuture<Long> future = new CompletableFuture<>();
        long entryId;
        long currentLedgerLength;
        int size;
        int acks;
        boolean completed;
    }
}
