package k15;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.LongAdder;

/** Flow control of one subscription: the client grants permits, the dispatcher spends them. */
public class TopicConsumer {
    private static final AtomicIntegerFieldUpdater<TopicConsumer> MESSAGE_PERMITS_UPDATER =
            AtomicIntegerFieldUpdater.newUpdater(TopicConsumer.class, "messagePermits");
    private volatile int messagePermits = 0;

    private static final AtomicIntegerFieldUpdater<TopicConsumer> UNACKED_UPDATER =
            AtomicIntegerFieldUpdater.newUpdater(TopicConsumer.class, "unackedMessages");
    private volatile int unackedMessages = 0;

    private static final AtomicIntegerFieldUpdater<TopicConsumer> AVG_UPDATER =
            AtomicIntegerFieldUpdater.newUpdater(TopicConsumer.class, "avgMessagesPerEntry");
    private volatile int avgMessagesPerEntry = 1000;

    private volatile boolean blockedOnUnacked;
    private final int maxUnacked;
    private final LongAdder msgOut = new LongAdder();

    public TopicConsumer(int maxUnacked) {
        this.maxUnacked = maxUnacked;
    }

    /** From the connection's I/O thread. */
    public void flowPermits(int additional) {
        if (additional <= 0) {
            throw new IllegalArgumentException();
        }
        MESSAGE_PERMITS_UPDATER.getAndAdd(this, additional);
    }

    /** From whichever broker thread dispatches. */
    public int sendMessages(int batch) {
        MESSAGE_PERMITS_UPDATER.addAndGet(this, -batch);
        int unacked = UNACKED_UPDATER.addAndGet(this, batch);
        if (unacked >= maxUnacked) {
            blockedOnUnacked = true;
        }
        // losing a sample to another thread is fine
        int old = AVG_UPDATER.get(this);
        int next = (int) Math.round(old * 0.9 + (1 - 0.9) * batch);
        AVG_UPDATER.compareAndSet(this, old, next); // MAYBE
        msgOut.add(batch);
        return messagePermits;
    }

    public void ack(int n) {
        int left = UNACKED_UPDATER.addAndGet(this, -n);
        if (blockedOnUnacked && left <= maxUnacked / 2) {
            blockedOnUnacked = false;
        }
    }

    public int available() {
        return MESSAGE_PERMITS_UPDATER.get(this);
    }
}
