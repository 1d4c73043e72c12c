package proto.base;

import java.util.ArrayDeque;
import java.util.Deque;

/** Subclasses see one call at a time: {@link #deliver} holds the monitor around {@link #handle}. */
public abstract class AbstractMailbox {
    protected final Deque<String> backlog = new ArrayDeque<>();
    private int delivered;

    public final void deliver(String message) {
        synchronized (this) {
            backlog.addLast(message);
            while (!backlog.isEmpty()) {
                String m = backlog.pollFirst();
                delivered++;
                handle(m);
            }
        }
    }

    /** Called with the monitor held. */
    protected abstract void handle(String message);

    public synchronized int delivered() {
        return delivered;
    }
}
