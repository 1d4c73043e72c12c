package bitindex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Owns the index. The run method is the only code that changes it; everybody else sends operations
 * or reads the volatile fields.
 */
public final class IndexWriterThread extends Thread {

    private static final class Op {
        final String key;
        final long position;
        final CompletableFuture<Long> result = new CompletableFuture<>();

        Op(String key, long position) {
            this.key = key;
            this.position = position;
        }
    }

    private static final Op STOP = new Op(null, 0);

    private final BlockingQueue<Op> operations = new LinkedBlockingQueue<>();
    private Map<String, Long> positions = new HashMap<>();
    private volatile Map<String, Long> committed = Map.of();
    private volatile long version;
    private volatile int deletes;
    private int sinceCommit;
    private long highest;

    public IndexWriterThread() {
        super("index-writer");
    }

    @Override
    public void run() {
        List<Op> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(operations.take());
                operations.drainTo(batch, 99);
                for (Op op : batch) {
                    if (op == STOP) {
                        commit();
                        return;
                    }
                    apply(op);
                }
                batch.clear();
                if (sinceCommit > 1000) {
                    commit();
                }
            }
        } catch (InterruptedException e) {
            commit();
        }
    }

    private void apply(Op op) {
        if (op.position < 0) {
            if (positions.containsKey(op.key)) {
                positions.remove(op.key);
                deletes++;
            }
        } else {
            positions.put(op.key, op.position);
            if (op.position > highest) {
                highest = op.position;
            }
        }
        version++;
        sinceCommit++;
        op.result.complete(version);
    }

    private void commit() {
        committed = Map.copyOf(positions);
        if (sinceCommit > 0) {
            sinceCommit = 0;
        }
    }

    public CompletableFuture<Long> put(String key, long position) {
        Op op = new Op(key, position);
        operations.add(op);
        return op.result;
    }

    public CompletableFuture<Long> delete(String key) {
        Op op = new Op(key, -1);
        operations.add(op);
        return op.result;
    }

    public Long lookup(String key) {
        return committed.get(key);
    }

    public long version() {
        return version;
    }

    public int deletes() {
        return deletes;
    }

    public long stopAndGetHighest() throws InterruptedException {
        operations.add(STOP);
        join();
        return highest;
    }
}
