package ring;

import java.util.function.Consumer;

/** Ring buffer over a {@link RingSequencer}; many publishers, one consumer. */
public class RingBuffer<E> {

    private final RingSequencer sequencer;
    private final Object[] slots;
    private final int mask;

    /** Confined to the consumer thread. */
    private long processed;

    public RingBuffer(int size) {
        this.sequencer = new RingSequencer(size);
        this.slots = new Object[size];
        this.mask = size - 1;
    }

    /** Publishes the event; may be called by any thread. */
    public void publish(E event) {
        long seq = sequencer.next(1);
        slots[(int) seq & mask] = event;
        sequencer.publish(seq, seq);
    }

    public boolean offer(E event) {
        long seq = sequencer.tryNext();
        if (seq < 0) {
            return false;
        }
        slots[(int) seq & mask] = event;
        sequencer.publish(seq, seq);
        return true;
    }

    /** Passes all available events to the sink; only ever called by the consumer thread. */
    @SuppressWarnings("unchecked")
    public int drain(Consumer<? super E> sink) {
        int n = 0;
        long next = sequencer.gate() + 1;
        while (sequencer.isAvailable(next)) {
            int at = (int) next & mask;
            E event = (E) slots[at];
            slots[at] = null;
            sequencer.advanceGate(next);
            sink.accept(event);
            processed++;
            next++;
            n++;
        }
        return n;
    }

    /** Number of events seen so far; for the consumer itself. */
    public long processed() {
        return processed;
    }
}
