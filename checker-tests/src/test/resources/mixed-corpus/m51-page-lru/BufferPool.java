package pages;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Buffer pool used by all sessions of the database. */
public class BufferPool {

    private final ConcurrentMap<Long, Page> pages = new ConcurrentHashMap<>();
    private final PageLru lru = new PageLru();
    private final int capacity;

    public BufferPool(int capacity) {
        this.capacity = capacity;
    }

    /** Pins the page; the caller unpins it. */
    Page fetch(long number) {
        Page page = pages.compute(number, (n, old) -> {
            Page p = old == null ? new Page(n) : old;
            lru.pin(p);
            return p;
        });
        lru.touch(page);
        shrink();
        return page;
    }

    void unpin(Page page) {
        lru.unpin(page);
    }

    private void shrink() {
        while (lru.size() > capacity) {
            Page victim = lru.evict();
            if (victim == null) {
                return;
            }
            pages.computeIfPresent(victim.number, (n, p) -> p == victim && p.pins == 0 ? null : p); // MAYBE
        }
    }

    /** Drops a page of a truncated table. */
    public void discard(long number) {
        Page page = pages.remove(number);
        if (page != null && page.next != null) { // RACE wrong-lock #1
            lru.unlink(page); // RACE wrong-lock #1
            lru.shrunk(); // RACE wrong-lock #1
        }
    }

    public int size() {
        return lru.size();
    }
}
