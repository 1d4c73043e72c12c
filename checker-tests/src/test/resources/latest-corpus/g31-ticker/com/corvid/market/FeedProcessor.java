package com.corvid.market;

/**
 * Base of the feed processors. {@link #process} serialises the ticks that arrive on the
 * exchange threads; subclasses only implement the hooks.
 */
public abstract class FeedProcessor {
    private long processed;
    private long skipped;

    public final void process(Tick t) {
        synchronized (this) {
            if (accepts(t)) {
                onTick(t);
                processed++;
            } else {
                skip();
            }
        }
        published(t);
    }

    protected boolean accepts(Tick t) {
        return t.volume() > 0;
    }

    /** Called with the monitor held. */
    protected abstract void onTick(Tick t);

    /** Called on the exchange thread, without the monitor. */
    protected void published(Tick t) {
    }

    private void skip() {
        skipped++;
    }

    public synchronized String counts() {
        return processed + "/" + skipped;
    }

    public record Tick(String symbol, long price, int volume) {
    }
}
