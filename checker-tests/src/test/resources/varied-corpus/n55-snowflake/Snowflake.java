package gen.ids;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Unique, roughly ordered 64 bit ids: time, node, sequence. Thread safe. */
public class Snowflake {
    private final long node;
    private final AtomicLong lastMillis = new AtomicLong(-1);
    private final AtomicInteger sequence = new AtomicInteger();

    public Snowflake(long node) {
        this.node = node & 0x3ff;
    }

    public long next() {
        long now = System.currentTimeMillis();
        if (now == lastMillis.get()) { // RACE atomic-compound #1
            int s = sequence.incrementAndGet(); // RACE atomic-compound #1
            if (s > 4095) {
                while (now == lastMillis.get()) { // RACE atomic-compound #1
                    now = System.currentTimeMillis();
                }
                sequence.set(0); // RACE atomic-compound #1
                lastMillis.set(now); // RACE atomic-compound #1
            }
        } else {
            sequence.set(0); // RACE atomic-compound #1
            lastMillis.set(now); // RACE atomic-compound #1
        }
        return now << 22 | node << 12 | sequence.get(); // RACE atomic-compound #1
    }
}
