package websession;

import java.util.ArrayDeque;
import java.util.Deque;

/** Statistics of the sessions; used by request threads and the scavenger. */
final class SessionStats {

    private final Deque<String> lastSaved = new ArrayDeque<>();
    private int removed;
    private long saves;

    synchronized void removed() {
        removed++;
    }

    void saved(String id) {
        synchronized (this) {
            saves++;
            if (lastSaved.size() == 20) {
                lastSaved.removeFirst();
            }
            lastSaved.addLast(id);
        }
    }

    synchronized String report() {
        return "removed=" + removed + " saves=" + saves + " last=" + lastSaved;
    }
}
