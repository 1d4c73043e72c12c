package gen.ids;

import java.util.concurrent.atomic.AtomicLong;

public class LockedSnowflake {
    private final long node;
    private long lastMillis = -1;
    private int sequence;
    private int waits;

    public LockedSnowflake(long node) {
        this.node = node & 0x3ff;
    }

    public synchronized long next() {
        long now = System.currentTimeMillis();
        if (now <= lastMillis) {
            sequence = (sequence + 1) & 0xfff;
            if (sequence == 0) {
                now = waitAfter(lastMillis);
            } else {
                now = lastMillis;
            }
        } else {
            sequence = 0;
        }
        lastMillis = now;
        return now << 22 | node << 12 | sequence;
    }

    private long waitAfter(long millis) {
        waits++;
        long now = System.currentTimeMillis();
        while (now <= millis) {
            now = System.currentTimeMillis();
        }
        return now;
    }
}

/** Packs both halves into one word. */
final class PackedSnowflake {
    private final AtomicLong state = new AtomicLong();

    long next() {
        long old;
        long fresh;
        do {
            old = state.get();
            long now = System.currentTimeMillis() << 12;
            fresh = now > old ? now : old + 1;
        } while (!state.compareAndSet(old, fresh));
        return fresh;
    }
}
