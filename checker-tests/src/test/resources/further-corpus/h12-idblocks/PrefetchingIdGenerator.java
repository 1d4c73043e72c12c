package idblocks;

import java.util.function.LongUnaryOperator;

/** Skips identifiers that a filter rejects. */
public class PrefetchingIdGenerator extends IdGenerator {

    private final BlockStore store;
    private final LongUnaryOperator skip;
    private long issued;

    public PrefetchingIdGenerator(BlockStore store, LongUnaryOperator skip) {
        this.store = store;
        this.skip = skip;
    }

    @Override
    public long nextId() {
        if (next >= limit) { // RACE inconsistent-locking #1
            long[] range = allocate();
            next = range[0]; // RACE inconsistent-locking #1
            limit = range[1]; // RACE inconsistent-locking #1
        }
        long id = skip.applyAsLong(next);
        next = id + 1; // RACE inconsistent-locking #1
        return id;
    }

    @Override
    protected long[] allocate() {
        return store.reserve(500);
    }

    public synchronized long issue() {
        issued++;
        return super.nextId();
    }

    public synchronized long issued() {
        return issued;
    }
}
