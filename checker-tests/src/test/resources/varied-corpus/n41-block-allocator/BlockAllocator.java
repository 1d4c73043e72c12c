package fs.blocks;

import java.util.BitSet;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Free-block bitmap of a volume; writers allocate concurrently. */
public class BlockAllocator {
    private final BitSet used = new BitSet();
    private final BitSet bad = new BitSet();
    private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
    private int cursor;
    private int blocks;

    public BlockAllocator(int blocks) {
        this.blocks = blocks;
    }

    public int allocate() {
        int b;
        rw.readLock().lock(); // RACE split-lock #1
        try {
            b = used.nextClearBit(cursor); // RACE split-lock #1
        } finally {
            rw.readLock().unlock();
        }
        if (b >= blocks) { // MAYBE
            return -1;
        }
        rw.writeLock().lock(); // RACE split-lock #1
        try {
            used.set(b); // RACE split-lock #1
            cursor = b + 1; // RACE split-lock #1
        } finally {
            rw.writeLock().unlock();
        }
        return b;
    }

    public int allocateChecked() {
        for (;;) {
            int b;
            rw.readLock().lock();
            try {
                b = used.nextClearBit(cursor);
            } finally {
                rw.readLock().unlock();
            }
            if (b >= blocks) {
                return -1;
            }
            rw.writeLock().lock();
            try {
                if (!used.get(b)) {
                    used.set(b);
                    cursor = used.nextClearBit(cursor);
                    return b;
                }
            } finally {
                rw.writeLock().unlock();
            }
        }
    }

    public void free(int b) {
        rw.writeLock().lock();
        try {
            used.clear(b);
            if (b < cursor) {
                cursor = b;
            }
        } finally {
            rw.writeLock().unlock();
        }
    }

    public void markBad(int b) {
        bad.set(b); // RACE unsafe-collection
    }

    public int grow(int by) {
        rw.writeLock().lock();
        try {
            blocks += by;
            return blocks;
        } finally {
            rw.writeLock().unlock();
        }
    }
}
