package v14logbackturbofilter;

import java.util.LinkedHashMap;
import java.util.Map;

/** Turbo filter: called before the event is created, by whichever thread logs. */
public class DuplicateMessageFilter extends TurboFilter {
    private static final int MAX_KEY_LENGTH = 100;

    private int allowedRepetitions = 5;
    private LruCache cache;
    private long denied;

    @Override
    public void start() {
        cache = new LruCache(100);
        super.start();
    }

    @Override
    public FilterReply decide(String logger, int level, String format) {
        if (!isStarted()) {
            return FilterReply.NEUTRAL;
        }
        int count = cache.getMessageCountAndThenIncrement(format);
        if (count <= allowedRepetitions) {
            return FilterReply.NEUTRAL;
        }
        denied++; // RACE rmw
        return FilterReply.DENY;
    }

    public void setAllowedRepetitions(int n) {
        this.allowedRepetitions = n;
    }

    public String status() {
        return "denied " + denied;
    }

    private static final class LruCache extends LinkedHashMap<String, Integer> {
        private static final long serialVersionUID = 1L;
        private final int cacheSize;

        LruCache(int cacheSize) {
            super((int) (cacheSize * 4.0f / 3), 0.75f, true);
            this.cacheSize = cacheSize;
        }

        int getMessageCountAndThenIncrement(String msg) {
            if (msg == null) {
                return 0;
            }
            String key = msg.length() > MAX_KEY_LENGTH ? msg.substring(0, MAX_KEY_LENGTH) : msg;
            Integer i;
            synchronized (this) {
                i = super.get(key); // RACE split-lock #1
                if (i == null) {
                    i = 0;
                }
            }
            int next = i + 1;
            synchronized (this) {
                super.put(key, next); // RACE split-lock #1
            }
            return i;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > cacheSize;
        }
    }
}
