package softcleaner;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Frees native memory when the owner is gone. */
public final class NativeBuffers {

    public interface Allocator {
        long allocate(int size);

        void free(long address);
    }

    private static final class Cleaner extends PhantomReference<Object> {
        private final long address;
        private final int size;
        private final AtomicBoolean freed = new AtomicBoolean();
        private Cleaner prev;
        private Cleaner next;

        Cleaner(Object owner, ReferenceQueue<Object> queue, long address, int size) {
            super(owner, queue);
            this.address = address;
            this.size = size;
        }
    }

    private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
    private final AtomicLong reserved = new AtomicLong();
    private final Allocator allocator;
    private final long limit;
    private Cleaner first;
    private int live;
    private volatile Thread thread;

    public NativeBuffers(Allocator allocator, long limit) {
        this.allocator = allocator;
        this.limit = limit;
    }

    public long allocate(Object owner, int size) {
        startThread();
        reserve(size);
        long address = 0;
        try {
            address = allocator.allocate(size);
        } finally {
            if (address == 0) {
                reserved.addAndGet(-size);
            }
        }
        add(new Cleaner(owner, queue, address, size));
        return address;
    }

    private void reserve(int size) {
        long used;
        do {
            used = reserved.get();
            if (used + size > limit) {
                throw new OutOfMemoryError("native memory");
            }
        } while (!reserved.compareAndSet(used, used + size));
    }

    private synchronized void add(Cleaner c) {
        if (first != null) {
            c.next = first;
            first.prev = c;
        }
        first = c;
        live++;
    }

    private synchronized boolean remove(Cleaner c) {
        if (c.next == c) {
            return false;
        }
        if (first == c) {
            first = c.next;
        }
        if (c.next != null) {
            c.next.prev = c.prev;
        }
        if (c.prev != null) {
            c.prev.next = c.next;
        }
        c.next = c;
        c.prev = c;
        live--;
        return true;
    }

    private void startThread() {
        if (thread == null) {
            synchronized (this) {
                if (thread == null) {
                    Thread t = new Thread(this::cleanLoop, "native-cleaner");
                    t.setDaemon(true);
                    t.start();
                    thread = t;
                }
            }
        }
    }

    private void cleanLoop() {
        int cleaned = 0;
        while (true) {
            try {
                clean((Cleaner) queue.remove());
                cleaned++;
                if (cleaned % 1000 == 0) {
                    Thread.yield();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void clean(Cleaner c) {
        if (c.freed.compareAndSet(false, true)) {
            remove(c);
            allocator.free(c.address);
            reserved.addAndGet(-c.size);
        }
    }

    public synchronized int live() {
        return live;
    }

    public long reserved() {
        return reserved.get();
    }
}
