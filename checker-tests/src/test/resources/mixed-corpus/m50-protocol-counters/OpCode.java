package protocol;

import java.util.concurrent.atomic.LongAdder;

/** Operations of the wire protocol, with their statistics. */
public enum OpCode {

    PING(0) {
        @Override
        long cost(int bytes) {
            return 1;
        }
    },
    READ(1),
    WRITE(2) {
        @Override
        long cost(int bytes) {
            return 10L + bytes / 512;
        }
    },
    ADMIN(9);

    private static final OpCode[] BY_CODE = new OpCode[16];

    static {
        for (OpCode op : values()) {
            BY_CODE[op.code] = op;
        }
    }

    private final int code;
    private final LongAdder calls = new LongAdder();
    private long bytes;
    private volatile long slowest;

    OpCode(int code) {
        this.code = code;
    }

    static OpCode of(int code) {
        return BY_CODE[code & 15];
    }

    long cost(int size) {
        return 2L + size / 4096;
    }

    /** Records a call; called from all connection threads. */
    void called(int size, long nanos) {
        calls.increment();
        bytes += size; // RACE rmw #1
        if (nanos > slowest) {
            synchronized (this) {
                if (nanos > slowest) {
                    slowest = nanos;
                }
            }
        }
    }

    public long calls() {
        return calls.sum();
    }

    public long bytes() {
        return bytes;
    }

    public long slowest() {
        return slowest;
    }
}
