package lang.minim.parse;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;

/** Problems of a compilation. */
class Diagnostics {
    private final List<String> messages = new LinkedList<>();
    private final int limit;
    private volatile boolean exhausted;
    private int suppressed;

    Diagnostics(int limit) {
        this.limit = limit;
    }

    void error(String unit, int line, String text) {
        if (exhausted) {
            suppressed++; // RACE inconsistent-locking #2
            return;
        }
        synchronized (messages) {
            if (messages.size() >= limit) {
                exhausted = true;
                suppressed++;
            } else {
                messages.add(unit + ":" + line + ": " + text);
            }
        }
    }

    List<String> list() {
        synchronized (messages) {
            List<String> out = new ArrayList<>(messages);
            if (suppressed > 0) {
                out.add(suppressed + " more");
            }
            return out;
        }
    }
}
