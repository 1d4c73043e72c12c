package idblocks;

/** Hands out identifiers. Generators are shared, so implementations must be thread safe. */
public abstract class IdGenerator {

    protected long next;
    protected long limit;

    public synchronized long nextId() {
        if (next >= limit) {
            long[] range = allocate();
            next = range[0];
            limit = range[1];
        }
        return next++;
    }

    public synchronized long remaining() {
        return limit - next;
    }

    /** Called with the generator's lock held. */
    protected abstract long[] allocate();
}
