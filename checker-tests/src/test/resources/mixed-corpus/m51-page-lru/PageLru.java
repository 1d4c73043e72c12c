package pages;

/**
 * Doubly linked list of the pages of a buffer pool, most recently used first. The fields of the
 * pages that belong to the list are guarded by the list's monitor.
 */
final class PageLru {

    private final Page head = new Page(-1);
    private int size;
    private int pinned;

    PageLru() {
        head.prev = head;
        head.next = head;
    }

    synchronized void touch(Page p) {
        if (p.next != null) {
            unlink(p);
        } else {
            size++;
        }
        linkFirst(p);
    }

    private void linkFirst(Page p) {
        p.next = head.next;
        p.prev = head;
        head.next.prev = p;
        head.next = p;
    }

    /** Callers hold the monitor. */
    void unlink(Page p) {
        p.prev.next = p.next; // RACE wrong-lock #1
        p.next.prev = p.prev; // RACE wrong-lock #1
        p.next = null; // RACE wrong-lock #1
        p.prev = null; // RACE wrong-lock #1
    }

    synchronized void remove(Page p) {
        if (p.next == null) {
            return;
        }
        unlink(p);
        size--;
    }

    /** Removes and returns the least recently used page without pins. */
    synchronized Page evict() {
        for (Page p = head.prev; p != head; p = p.prev) {
            if (p.pins == 0) {
                unlink(p);
                size--;
                return p;
            }
        }
        return null;
    }

    synchronized void pin(Page p) {
        if (p.pins++ == 0) {
            pinned++;
        }
    }

    synchronized void unpin(Page p) {
        if (--p.pins == 0) {
            pinned--;
        }
    }

    void shrunk() {
        size--; // RACE wrong-lock #1
    }

    synchronized int size() {
        return size;
    }

    synchronized int pinned() {
        return pinned;
    }
}
