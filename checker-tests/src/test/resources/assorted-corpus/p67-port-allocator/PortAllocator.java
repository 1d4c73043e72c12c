package it.tunnel.relay;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands out relay ports to sessions. Sessions live on their own threads. */
public class PortAllocator {
    private final int first;
    private final int count;
    private final BitSet used;
    private final BitSet reserved = new BitSet();
    private final Set<Integer> leased = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cursor = new AtomicInteger();
    private final Set<String> owners = new HashSet<>();
    private int allocations;

    public PortAllocator(int first, int count) {
        this.first = first;
        this.count = count;
        this.used = new BitSet(count);
    }

    public synchronized int allocate(String owner) {
        int i = used.nextClearBit(0);
        if (i >= count) {
            return -1;
        }
        used.set(i);
        allocations++;
        owners.add(owner);
        return first + i;
    }

    public synchronized void free(int port, String owner) {
        used.clear(port - first);
        owners.remove(owner);
    }

    public int reserve() {
        int i;
        synchronized (reserved) {
            i = reserved.nextClearBit(0); // RACE split-lock #1
        }
        if (i >= count) {
            return -1;
        }
        synchronized (reserved) {
            reserved.set(i); // RACE split-lock #1
        }
        return first + i;
    }

    /** add() itself tells who was first. */
    public int lease() {
        for (int n = 0; n < count; n++) {
            int p = first + Math.floorMod(cursor.getAndIncrement(), count);
            if (leased.add(p)) {
                return p;
            }
        }
        return -1;
    }

    public int leaseFixed(int port) {
        if (leased.contains(port)) { // RACE check-then-act #2
            return -1;
        }
        leased.add(port); // RACE check-then-act #2
        return port;
    }

    public void release(int port) {
        leased.remove(port);
    }

    public int available() {
        return count - used.cardinality();
    }

    public synchronized int getAllocations() {
        return allocations;
    }
}
