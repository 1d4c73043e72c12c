package transfer;

import java.util.BitSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** Transfer of some segments from one node; chunks arrive on the remote executor's threads. */
public class InboundTransfer {

    private static final AtomicIntegerFieldUpdater<InboundTransfer> CHUNKS =
            AtomicIntegerFieldUpdater.newUpdater(InboundTransfer.class, "chunks");

    private final String source;
    private final BitSet open;
    private final CompletableFuture<Void> completion = new CompletableFuture<>();
    private volatile int chunks;
    private volatile boolean cancelled;
    private volatile long entries;

    public InboundTransfer(String source, BitSet segments) {
        this.source = source;
        this.open = (BitSet) segments.clone();
    }

    public void onChunk(int segment, int size, boolean last) {
        if (cancelled) {
            return;
        }
        CHUNKS.incrementAndGet(this);
        entries = entries + size; // RACE rmw #1
        if (last) {
            boolean finished;
            synchronized (open) {
                open.clear(segment);
                finished = open.isEmpty();
            }
            if (finished) {
                completion.complete(null);
            }
        }
    }

    /** Gives segments up that have been lost in the meantime; returns whether nothing is left. */
    public boolean cancelSegments(BitSet lost) {
        synchronized (open) {
            open.andNot(lost);
            if (open.isEmpty()) {
                cancelled = true;
            }
        }
        if (cancelled) {
            completion.cancel(false);
        }
        return cancelled;
    }

    public BitSet unfinished() {
        synchronized (open) {
            return (BitSet) open.clone();
        }
    }

    public CompletableFuture<Void> completion() {
        return completion;
    }

    public String source() {
        return source;
    }

    public int chunks() {
        return chunks;
    }

    public long entries() {
        return entries;
    }
}
