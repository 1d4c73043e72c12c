package io.reef.loop;

import java.util.concurrent.atomic.AtomicBoolean;

public final class Connection {
    private final EventLoop loop;
    private final StringBuilder out = new StringBuilder();
    private final AtomicBoolean closed = new AtomicBoolean();
    private boolean queued;
    private long messages;

    Connection(EventLoop loop) {
        this.loop = loop;
    }

    public void send(String text) {
        if (loop.inLoop()) {
            append(text);
        } else {
            loop.execute(() -> append(text));
        }
    }

    private void append(String text) {
        out.append(text).append('\n');
        messages++;
        if (!queued) {
            queued = true;
            loop.markDirty(this);
        }
    }

    int flush() {
        int n = out.length();
        out.setLength(0);
        queued = false;
        return n;
    }

    public void close() {
        if (closed.compareAndSet(false, true)) {
            loop.closed();
        }
    }
}
