package k48;

/** 41 bits of time, 10 of node, 12 of sequence. */
public class SnowflakeIds {
    private static final long EPOCH = 1_577_836_800_000L;

    private final long nodeId;
    private long lastTimestamp = -1L;
    private long sequence = 0L;

    public SnowflakeIds(long nodeId) {
        this.nodeId = nodeId;
    }

    public synchronized long nextId() {
        long now = timestamp();
        if (now < lastTimestamp) {
            throw new IllegalStateException("clock moved backwards");
        }
        if (now == lastTimestamp) {
            sequence = (sequence + 1) & 4095;
            if (sequence == 0) {
                now = waitNextMillis(now);
            }
        } else {
            sequence = 0;
        }
        lastTimestamp = now;
        return now << 22 | nodeId << 12 | sequence;
    }

    private long waitNextMillis(long now) {
        while (now == lastTimestamp) {
            now = timestamp();
        }
        return now;
    }

    private long timestamp() {
        return System.currentTimeMillis() - EPOCH;
    }
}
