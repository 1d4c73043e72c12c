package pagetable;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.ToLongFunction;

/** Pages with slotted records; transactions access them through latched handles. */
public class PageTable {

    private final ConcurrentHashMap<Integer, Page> pages = new ConcurrentHashMap<>();

    /** Latches the page for writing; the handle is closed by the same thread. */
    public WriteHandle write(int number) {
        Page p = page(number);
        p.latch.writeLock().lock();
        return new WriteHandle(p);
    }

    public long read(int number, ToLongFunction<byte[]> f) {
        Page p = page(number);
        p.latch.readLock().lock();
        try {
            return f.applyAsLong(p.data.clone());
        } finally {
            p.latch.readLock().unlock();
        }
    }

    private Page page(int number) {
        return pages.computeIfAbsent(number, Page::new);
    }

    /** Inserts a record into the first of two pages with room. */
    public int insert(int first, int second, byte[] record) {
        try (WriteHandle h = write(first)) {
            if (h.free() >= record.length) {
                h.append(record);
                return first;
            }
        }
        try (WriteHandle h = write(second)) {
            if (h.free() < record.length) {
                throw new IllegalStateException("no room");
            }
            h.append(record);
            return second;
        }
    }

    /** Moves all records of a page; pages are latched in the order of their numbers. */
    public void merge(int from, int to) {
        if (from == to) {
            return;
        }
        try (WriteHandle low = write(Math.min(from, to)); WriteHandle high = write(Math.max(from, to))) {
            WriteHandle source = from < to ? low : high;
            WriteHandle target = source == low ? high : low;
            if (target.free() >= source.used()) {
                target.append(source.content());
                source.truncate();
            }
        }
    }

    /** A page; guarded by its latch. */
    static final class Page {
        private final int number;
        private final ReadWriteLock latch = new ReentrantReadWriteLock();
        private final byte[] data = new byte[4096];
        private int used;
        private int records;
        private long version;

        Page(int number) {
            this.number = number;
        }

        @Override
        public String toString() {
            return "page " + number;
        }
    }

    /** Exclusive access to a page until it is closed. */
    public static final class WriteHandle implements AutoCloseable {
        private final Page page;
        private boolean changed;

        private WriteHandle(Page page) {
            this.page = page;
        }

        public int free() {
            return page.data.length - page.used;
        }

        public int used() {
            return page.used;
        }

        public void append(byte[] record) {
            System.arraycopy(record, 0, page.data, page.used, record.length);
            page.used += record.length;
            page.records++;
            changed = true;
        }

        byte[] content() {
            return java.util.Arrays.copyOf(page.data, page.used);
        }

        void truncate() {
            page.used = 0;
            page.records = 0;
            changed = true;
        }

        @Override
        public void close() {
            if (changed) {
                page.version++;
            }
            page.latch.writeLock().unlock();
        }
    }
}
