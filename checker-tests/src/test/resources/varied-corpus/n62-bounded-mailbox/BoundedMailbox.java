package mq.box;

/** Producers block when the box is full, consumers when it is empty. */
public class BoundedMailbox<E> {
    private final Object[] ring;
    private int head;
    private int tail;
    private int count;
    private int blockedPuts;
    private long passed;
    private long dropped;

    public BoundedMailbox(int capacity) {
        ring = new Object[capacity];
    }

    public synchronized void put(E e) throws InterruptedException {
        while (count == ring.length) {
            blockedPuts++;
            wait();
        }
        insert(e);
        notifyAll();
    }

    public boolean offer(E e) {
        synchronized (this) {
            if (count < ring.length) {
                insert(e);
                notifyAll();
                return true;
            }
        }
        dropped++; // RACE rmw
        return false;
    }

    private void insert(E e) {
        ring[tail] = e;
        tail = (tail + 1) % ring.length;
        count++;
    }

    @SuppressWarnings("unchecked")
    public synchronized E take() throws InterruptedException {
        while (count == 0) {
            wait();
        }
        E e = (E) ring[head];
        ring[head] = null;
        head++;
        if (head == ring.length) {
            head = 0;
        }
        count -= 1;
        passed += 1;
        notifyAll();
        return e;
    }

    public synchronized String stats() {
        return passed + " passed, " + blockedPuts + " waits, " + dropped + " dropped";
    }
}
