package indexpool;

import java.util.BitSet;
import java.util.PriorityQueue;

/** Allocates small integers, reusing released ones. */
@ThreadSafe
public class IndexPool {

    private final Object lock = new Object();

    @GuardedBy("lock")
    private final BitSet used = new BitSet();

    @GuardedBy("lock")
    private final PriorityQueue<Integer> free = new PriorityQueue<>();

    @GuardedBy("lock")
    private int highest;

    @GuardedBy("this")
    private int generation;

    private final int bound;

    public IndexPool(int bound) {
        this.bound = bound;
        this.highest = -1;
        for (int i = 0; i < Math.min(bound, 8); i++) {
            free.add(i);
        }
    }

    public int allocate() {
        synchronized (lock) {
            Integer index = free.poll();
            if (index == null) {
                index = grow();
            }
            used.set(index);
            highest = Math.max(highest, index);
            return index;
        }
    }

    @GuardedBy("lock")
    private int grow() {
        int next = used.nextClearBit(0);
        if (next >= bound) {
            throw new IllegalStateException("no index left");
        }
        return next;
    }

    public boolean release(int index) {
        synchronized (lock) {
            if (!used.get(index)) {
                return false;
            }
            used.clear(index);
            free.add(index);
            return true;
        }
    }

    public void compact() {
        synchronized (lock) {
            free.removeIf(i -> i > used.length());
        }
        highest = Math.min(highest, used.length() - 1); // RACE inconsistent-locking #1
    }

    public synchronized int nextGeneration() {
        generation = generation == Integer.MAX_VALUE ? 0 : generation + 1;
        return generation;
    }

    public int highest() {
        synchronized (lock) {
            return highest;
        }
    }
}
