package windowlimiter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

class SlidingWindow implements WindowLimiter {

    private final Deque<Long> calls = new ArrayDeque<>();
    private final int limit;
    private final long windowMillis;
    private final LongSupplier clock;
    private int refused;

    SlidingWindow(int limit, long windowMillis, LongSupplier clock) {
        this.limit = limit;
        this.windowMillis = windowMillis;
        this.clock = clock;
    }

    @Override
    public boolean allow() {
        long now = clock.getAsLong();
        synchronized (calls) {
            prune(now);
            if (calls.size() >= limit) {
                refused++;
                return false;
            }
            calls.addLast(now);
            return true;
        }
    }

    private void prune(long now) {
        while (!calls.isEmpty() && now - calls.peekFirst() >= windowMillis) {
            calls.removeFirst();
        }
    }

    int takeRefused() {
        synchronized (calls) {
            int n = refused;
            refused = 0;
            return n;
        }
    }
}
