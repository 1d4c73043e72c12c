package flow;

/** Send window of one stream; the fields are guarded by the controller. */
public final class StreamWindow {

    final int id;
    private final FlowController owner;
    long available;
    private long sent;

    StreamWindow(FlowController owner, int id, int initial) {
        this.owner = owner;
        this.id = id;
        this.available = initial;
    }

    void update(int delta) {
        synchronized (owner) {
            available += delta;
            owner.notifyAll();
        }
    }

    /** Only called by the thread that writes the stream. */
    public int acquire(int wanted) throws InterruptedException {
        int n = owner.take(this, wanted);
        if (n > 0) {
            sent += n;
        }
        return n;
    }

    public void cancel(int unsent) {
        owner.giveBack(this, unsent);
    }
}
