package trading.ring;

import java.util.concurrent.locks.LockSupport;

/** Ring with one producer and a chain of consumers. */
final class OrderRing {

    /** A slot, used over and over. */
    static final class OrderEvent {
        long id;
        long price;
        int quantity;
        int checks;
        long fee;
    }

    /** Position of the producer or of a consumer. */
    static final class Sequence {
        private volatile long value = -1;

        long get() {
            return value;
        }

        void set(long v) {
            value = v;
        }
    }

    private final OrderEvent[] slots;
    private final int mask;
    private final Sequence cursor = new Sequence();
    private Sequence gating;
    private long nextValue = -1;
    private long cachedGate = -1;
    private long stalls;

    OrderRing(int size) {
        slots = new OrderEvent[size];
        mask = size - 1;
        for (int i = 0; i < size; i++) {
            slots[i] = new OrderEvent();
        }
    }

    void gateOn(Sequence last) {
        gating = last;
    }

    Sequence cursor() {
        return cursor;
    }

    OrderEvent at(long seq) {
        return slots[(int) (seq & mask)];
    }

    /** Claims the next slot; only the gateway's thread may call this. */
    long next() {
        long next = ++nextValue;
        long wrap = next - slots.length;
        if (wrap > cachedGate) {
            long min;
            while (wrap > (min = gating.get())) {
                stalls++;
                LockSupport.parkNanos(1);
            }
            cachedGate = min;
        }
        return next;
    }

    void publish(long seq) {
        cursor.set(seq);
    }

    long stalls() {
        return stalls;
    }
}
