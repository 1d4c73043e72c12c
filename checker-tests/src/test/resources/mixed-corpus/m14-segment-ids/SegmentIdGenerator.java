package ids;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands out ids from blocks reserved in the database. The next block is fetched ahead
 * of time. Instances are shared by all request threads.
 */
public class SegmentIdGenerator {

    private final BlockSource source;
    private final Executor loader;
    private final Map<String, Buffer> buffers = new ConcurrentHashMap<>();

    public SegmentIdGenerator(BlockSource source, Executor loader) {
        this.source = source;
        this.loader = loader;
    }

    public long next(String key) {
        Buffer buffer = buffers.get(key);
        if (buffer == null) {
            buffer = buffers.computeIfAbsent(key, Buffer::new);
        }
        return buffer.next();
    }

    private final class Buffer {

        private final String key;
        private final AtomicBoolean loading = new AtomicBoolean();
        private volatile Block current;
        private volatile Block following;

        Buffer(String key) {
            this.key = key;
            this.current = source.reserve(key);
        }

        long next() {
            while (true) {
                Block block = current;
                long id = block.cursor.getAndIncrement();
                if (id < block.max) {
                    if (block.max - id < block.size() / 2 && following == null) {
                        prefetch();
                    }
                    return id;
                }
                swap(block);
            }
        }

        private void prefetch() {
            if (loading.compareAndSet(false, true)) {
                loader.execute(() -> {
                    try {
                        synchronized (this) {
                            if (following == null) {
                                following = source.reserve(key);
                            }
                        }
                    } finally {
                        loading.set(false);
                    }
                });
            }
        }

        private synchronized void swap(Block exhausted) {
            if (current != exhausted) {
                return;
            }
            if (following == null) {
                current = source.reserve(key);
            } else {
                current = following;
                following = null;
            }
        }
    }

    /** A range of ids. */
    public static final class Block {
        private final AtomicLong cursor;
        private final long min;
        private final long max;

        public Block(long min, long max) {
            this.cursor = new AtomicLong(min);
            this.min = min;
            this.max = max;
        }

        long size() {
            return max - min;
        }
    }

    /** Reserves blocks. */
    public interface BlockSource {
        Block reserve(String key);
    }
}
