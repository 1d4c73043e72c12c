package io.plover.ring;

/** Ring for exactly one producer thread and one consumer thread. */
public final class SpscRing<E> {
    private final Object[] cells;
    private final int mask;
    private volatile long head;
    private volatile long tail;

    public SpscRing(int size) {
        this.cells = new Object[Integer.highestOneBit(size)];
        this.mask = cells.length - 1;
    }

    /** Producer only. */
    public boolean offer(E e) {
        if (tail - head == cells.length) {
            return false;
        }
        cells[(int) tail & mask] = e;
        tail++;
        return true;
    }

    /** Consumer only. */
    @SuppressWarnings("unchecked")
    public E poll() {
        if (head == tail) {
            return null;
        }
        E e = (E) cells[(int) head & mask];
        cells[(int) head & mask] = null;
        head++;
        return e;
    }
}
