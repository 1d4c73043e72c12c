package memtable;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Allocates cells of a memtable from slabs. Lock-free, used by all mutation threads. */
public class SlabAllocator {

    private static final int SLAB = 1 << 20;
    private static final Queue<Slab> RECYCLED = new ConcurrentLinkedQueue<>();

    private final AtomicReference<Slab> current = new AtomicReference<>();
    private final Queue<Slab> offHeap = new ConcurrentLinkedQueue<>();
    private final AtomicInteger slabs = new AtomicInteger();
    private volatile long unslabbed;

    public ByteBuffer allocate(int size) {
        if (size > SLAB / 4) {
            unslabbed += size; // RACE rmw #1
            return ByteBuffer.allocate(size);
        }
        while (true) {
            Slab slab = slab();
            ByteBuffer cell = slab.allocate(size);
            if (cell != null) {
                return cell;
            }
            current.compareAndSet(slab, null);
        }
    }

    private Slab slab() {
        while (true) {
            Slab slab = current.get();
            if (slab != null) {
                return slab;
            }
            slab = RECYCLED.poll();
            if (slab == null) {
                slab = new Slab(ByteBuffer.allocate(SLAB));
            }
            if (current.compareAndSet(null, slab)) {
                offHeap.add(slab);
                slabs.incrementAndGet();
                return slab;
            }
            RECYCLED.add(slab);
        }
    }

    public long unslabbed() {
        return unslabbed;
    }

    public int slabs() {
        return slabs.get();
    }

    private static final class Slab {
        private final ByteBuffer data;
        private final AtomicInteger next = new AtomicInteger();

        Slab(ByteBuffer data) {
            this.data = data;
        }

        ByteBuffer allocate(int size) {
            while (true) {
                int old = next.get();
                if (old + size > data.capacity()) {
                    return null;
                }
                if (next.compareAndSet(old, old + size)) {
                    return data.duplicate().position(old).limit(old + size);
                }
            }
        }
    }
}
