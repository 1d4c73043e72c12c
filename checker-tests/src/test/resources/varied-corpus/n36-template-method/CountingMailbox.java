package proto.base;

import java.util.HashMap;
import java.util.Map;

class CountingMailbox extends AbstractMailbox {
    private final Map<String, Integer> kinds = new HashMap<>();
    private int handled;
    private int bounced;
    private int queries;

    @Override
    protected void handle(String message) {
        handled++;
        kinds.merge(message.substring(0, 1), 1, Integer::sum);
        if (message.endsWith("?")) {
            bounce(message);
        }
    }

    private void bounce(String message) {
        bounced++;
        if (bounced < 3) {
            backlog.addLast(message.substring(0, message.length() - 1));
        }
    }

    int count(String kind) {
        queries++; // RACE rmw
        synchronized (this) {
            return kinds.getOrDefault(kind, 0);
        }
    }

    String summary() {
        synchronized (this) {
            return handled + " handled, " + bounced + " bounced, " + queries + " queries";
        }
    }
}
