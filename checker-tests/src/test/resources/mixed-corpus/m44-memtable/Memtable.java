package memtable;

import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Sorted in-memory table; mutation threads write, one flush thread switches it out. */
public class Memtable {

    private final ConcurrentSkipListMap<String, Partition> partitions = new ConcurrentSkipListMap<>();
    private final SlabAllocator allocator = new SlabAllocator();
    private final AtomicLong liveSize = new AtomicLong();
    private final AtomicLong operations = new AtomicLong();
    private final AtomicReference<Long> commitUpper = new AtomicReference<>(0L);
    private volatile long minTimestamp = Long.MAX_VALUE;
    private volatile boolean switched;

    /** Applies a mutation unless the table has been switched out. */
    public boolean put(String key, String column, byte[] value, long timestamp, long position) {
        Partition previous = partitions.get(key);
        if (previous == null) {
            Partition empty = new Partition();
            previous = partitions.putIfAbsent(key, empty);
            if (previous == null) {
                previous = empty;
                liveSize.addAndGet(key.length());
            }
        }
        liveSize.addAndGet(previous.add(column, new Cell(value.length, timestamp)));
        allocator.allocate(value.length).put(value);
        operations.incrementAndGet();
        advance(position);
        if (timestamp < minTimestamp) { // RACE check-then-act #2
            minTimestamp = timestamp; // RACE check-then-act #2
        }
        return !switched;
    }

    private void advance(long position) {
        while (true) {
            Long current = commitUpper.get();
            if (current >= position || commitUpper.compareAndSet(current, position)) {
                return;
            }
        }
    }

    public void switchOut() {
        switched = true;
    }

    public long liveSize() {
        return liveSize.get();
    }

    public long minTimestamp() {
        return minTimestamp;
    }

    /** Cells of a key, replaced as a whole. */
    private static final class Partition {
        private final AtomicReference<TreeMap<String, Cell>> cells = new AtomicReference<>(new TreeMap<>());

        long add(String column, Cell cell) {
            while (true) {
                TreeMap<String, Cell> old = cells.get();
                TreeMap<String, Cell> copy = new TreeMap<>(old);
                Cell before = copy.get(column);
                if (before != null && before.timestamp() > cell.timestamp()) {
                    return 0;
                }
                copy.put(column, cell);
                if (cells.compareAndSet(old, copy)) {
                    return before == null ? cell.length() : cell.length() - before.length();
                }
            }
        }
    }

    private record Cell(int length, long timestamp) {
    }
}
