package indexpool;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Allocates on demand and remembers what it got. */
@NotThreadSafe
class IndexCursor implements Iterator<Integer>, AutoCloseable {

    private final IndexPool pool;
    private int[] taken = new int[4];
    private int count;
    private final int max;

    IndexCursor(IndexPool pool, int max) {
        this.pool = pool;
        this.max = max;
    }

    @Override
    public boolean hasNext() {
        return count < max;
    }

    @Override
    public Integer next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (count == taken.length) {
            taken = java.util.Arrays.copyOf(taken, count * 2);
        }
        int index = pool.allocate();
        taken[count++] = index;
        return index;
    }

    @Override
    public void close() {
        while (count > 0) {
            pool.release(taken[--count]);
        }
    }
}
