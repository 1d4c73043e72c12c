package lowlat.spsc;

import java.util.concurrent.atomic.AtomicLong;

/** One producer thread, one consumer thread, no locks. */
public final class SpscRing<E> {
    private final Object[] slots;
    private final int mask;
    /** Written by the producer only. */
    private final AtomicLong tail = new AtomicLong();
    /** Written by the consumer only. */
    private final AtomicLong head = new AtomicLong();
    private long cachedHead;
    private long cachedTail;
    private long full;

    public SpscRing(int capacity) {
        int n = Integer.highestOneBit(Math.max(2, capacity - 1)) << 1;
        slots = new Object[n];
        mask = n - 1;
    }

    /** Producer. */
    public boolean offer(E e) {
        long t = tail.get();
        if (t - cachedHead >= slots.length) {
            cachedHead = head.get();
            if (t - cachedHead >= slots.length) {
                full++;
                return false;
            }
        }
        slots[(int) t & mask] = e;
        tail.lazySet(t + 1);
        return true;
    }

    /** Consumer. */
    @SuppressWarnings("unchecked")
    public E poll() {
        long h = head.get();
        if (h >= cachedTail) {
            cachedTail = tail.get();
            if (h >= cachedTail) {
                return null;
            }
        }
        int i = (int) h & mask;
        E e = (E) slots[i];
        slots[i] = null;
        head.set(h + 1);
        return e;
    }

    public int size() {
        return (int) (tail.get() - head.get());
    }
}
