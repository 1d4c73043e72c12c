package matching;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** Book of a symbol; confined to the engine thread. */
class OrderBook {

    private final TreeMap<Long, Deque<Resting>> bids = new TreeMap<>(Collections.reverseOrder());
    private final TreeMap<Long, Deque<Resting>> asks = new TreeMap<>();
    private long traded;

    /** Returns the traded quantity. */
    long match(long id, boolean buy, long price, long quantity) {
        TreeMap<Long, Deque<Resting>> other = buy ? asks : bids;
        long left = quantity;
        Iterator<Map.Entry<Long, Deque<Resting>>> it = other.entrySet().iterator();
        while (left > 0 && it.hasNext()) {
            Map.Entry<Long, Deque<Resting>> level = it.next();
            if (buy ? level.getKey() > price : level.getKey() < price) {
                break;
            }
            Deque<Resting> queue = level.getValue();
            while (left > 0 && !queue.isEmpty()) {
                Resting r = queue.peekFirst();
                long n = Math.min(left, r.quantity);
                r.quantity -= n;
                left -= n;
                traded += n;
                if (r.quantity == 0) {
                    queue.pollFirst();
                }
            }
            if (queue.isEmpty()) {
                it.remove();
            }
        }
        if (left > 0) {
            (buy ? bids : asks).computeIfAbsent(price, p -> new ArrayDeque<>()).addLast(new Resting(id, left));
        }
        return quantity - left;
    }

    boolean cancel(long id) {
        return cancel(bids, id) || cancel(asks, id);
    }

    private boolean cancel(TreeMap<Long, Deque<Resting>> side, long id) {
        for (Deque<Resting> q : side.values()) {
            if (q.removeIf(r -> r.id == id)) {
                side.values().removeIf(Deque::isEmpty);
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return bids.isEmpty() && asks.isEmpty();
    }

    private static final class Resting {
        final long id;
        long quantity;

        Resting(long id, long quantity) {
            this.id = id;
            this.quantity = quantity;
        }
    }
}
