package window;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Receive window of a sender: orders messages by sequence number. Added to by the transport's pool,
 * removed from by whichever thread wins the right to deliver.
 */
public class RetransmitWindow<T> {

    private final Lock lock = new ReentrantLock();
    private final AtomicBoolean processing = new AtomicBoolean();
    private final AtomicLong retransmits = new AtomicLong();
    private Object[] ring;
    private long low;
    private long delivered;
    private long highest;
    private int size;
    private volatile long stableUpTo;
    private volatile int compactions;

    /** Only touched by the thread that delivers. */
    private long deliveries;

    public RetransmitWindow(int capacity, long offset) {
        ring = new Object[capacity];
        low = offset;
        delivered = offset;
        highest = offset;
    }

    public boolean add(long seqno, T message) {
        lock.lock();
        try {
            if (seqno <= delivered) {
                return false;
            }
            if (seqno - low > ring.length) {
                grow(seqno);
            }
            int i = index(seqno);
            if (ring[i] != null) {
                return false;
            }
            ring[i] = message;
            size++;
            highest = Math.max(highest, seqno);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private int index(long seqno) {
        return (int) ((seqno - 1) % ring.length);
    }

    private void grow(long seqno) {
        int length = ring.length;
        while (seqno - low > length) {
            length <<= 1;
        }
        Object[] bigger = new Object[length];
        for (long s = low + 1; s <= highest; s++) {
            bigger[(int) ((s - 1) % length)] = ring[index(s)];
        }
        ring = bigger;
    }

    /** Delivers what is in order, unless another thread is doing so. */
    public void deliver(java.util.function.Consumer<List<T>> sink) {
        do {
            if (!processing.compareAndSet(false, true)) {
                return;
            }
            try {
                List<T> batch;
                while (!(batch = removeMany(64)).isEmpty()) {
                    sink.accept(batch);
                    deliveries += batch.size();
                }
            } finally {
                processing.set(false);
            }
        } while (hasDeliverable());
    }

    private boolean hasDeliverable() {
        lock.lock();
        try {
            return delivered < highest && ring[index(delivered + 1)] != null;
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("unchecked")
    private List<T> removeMany(int max) {
        List<T> result = new ArrayList<>();
        lock.lock();
        try {
            while (result.size() < max && delivered < highest) {
                Object m = ring[index(delivered + 1)];
                if (m == null) {
                    break;
                }
                result.add((T) m);
                delivered++;
                size--;
            }
            return result;
        } finally {
            lock.unlock();
        }
    }

    /** Everything up to the number has been seen by all members. */
    public void stable(long seqno) {
        if (seqno <= stableUpTo) { // RACE check-then-act #1
            return;
        }
        stableUpTo = seqno; // RACE check-then-act #1
        purge(seqno);
    }

    private void purge(long seqno) {
        lock.lock();
        try {
            long to = Math.min(seqno, delivered);
            while (low < to) {
                low++;
                ring[index(low)] = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Shrinks the ring when it has become too large. */
    public void compact() {
        boolean small;
        lock.lock();
        try {
            small = size < ring.length / 8;
        } finally {
            lock.unlock();
        }
        if (small) {
            compactions++; // MAYBE
        }
    }

    public List<Long> missing() {
        List<Long> result = new ArrayList<>();
        lock.lock();
        try {
            for (long s = delivered + 1; s < highest; s++) {
                if (ring[index(s)] == null) {
                    result.add(s);
                }
            }
        } finally {
            lock.unlock();
        }
        retransmits.addAndGet(result.size());
        return result;
    }
}
