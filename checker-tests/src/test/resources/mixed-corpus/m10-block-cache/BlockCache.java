package blocks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Cache of file blocks bounded by bytes, least recently used blocks go first. Thread-safe. */
public class BlockCache {

    private final ReadWriteLock rw = new ReentrantReadWriteLock();
    private final Lock read = rw.readLock();
    private final Lock write = rw.writeLock();
    private final LinkedHashMap<BlockKey, byte[]> blocks = new LinkedHashMap<>(64, 0.75f, true);
    private final long capacity;
    private final CacheStats stats = new CacheStats();
    private long bytes;

    public BlockCache(long capacity) {
        this.capacity = capacity;
    }

    public byte[] get(BlockKey key) {
        read.lock();
        try {
            byte[] block = blocks.get(key); // RACE unsafe-collection #1
            if (block == null) {
                stats.miss();
            } else {
                stats.hit(block.length);
            }
            return block;
        } finally {
            read.unlock();
        }
    }

    public void put(BlockKey key, byte[] block) {
        write.lock();
        try {
            byte[] old = blocks.put(key, block);
            bytes += block.length - (old == null ? 0 : old.length);
            shrink();
        } finally {
            write.unlock();
        }
    }

    private void shrink() {
        var it = blocks.entrySet().iterator();
        while (bytes > capacity && it.hasNext()) {
            Map.Entry<BlockKey, byte[]> eldest = it.next();
            bytes -= eldest.getValue().length;
            it.remove();
            stats.evicted(eldest.getValue().length);
        }
    }

    public void invalidateFile(String file) {
        write.lock();
        try {
            blocks.entrySet().removeIf(e -> {
                if (e.getKey().file().equals(file)) {
                    bytes -= e.getValue().length;
                    return true;
                }
                return false;
            });
        } finally {
            write.unlock();
        }
    }

    public long bytes() {
        read.lock();
        try {
            return bytes;
        } finally {
            read.unlock();
        }
    }

    public CacheStats stats() {
        return stats;
    }

    /** Address of a block. */
    public record BlockKey(String file, long offset) {
    }
}
