package lon.matching;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Limit order book. Private methods expect the lock to be held. */
public class OrderBook {
    static final class Order {
        final long id;
        final long price;
        final boolean buy;
        long open;

        Order(long id, long price, long quantity, boolean buy) {
            this.id = id;
            this.price = price;
            this.open = quantity;
            this.buy = buy;
        }
    }

    private final Lock lock = new ReentrantLock();
    private final Condition traded = lock.newCondition();
    private final TreeMap<Long, Deque<Order>> bids = new TreeMap<>();
    private final TreeMap<Long, Deque<Order>> asks = new TreeMap<>();
    private final Map<Long, Order> byId = new HashMap<>();
    private long sequence;
    private long volume;
    private volatile long lastPrice;

    public long submit(long price, long quantity, boolean buy) {
        lock.lock();
        try {
            Order o = new Order(++sequence, price, quantity, buy);
            match(o);
            if (o.open > 0) {
                rest(o);
            }
            return o.id;
        } finally {
            lock.unlock();
        }
    }

    private void match(Order o) {
        TreeMap<Long, Deque<Order>> other = o.buy ? asks : bids;
        while (o.open > 0 && !other.isEmpty()) {
            long best = o.buy ? other.firstKey() : other.lastKey();
            if (o.buy ? best > o.price : best < o.price) {
                return;
            }
            Deque<Order> level = other.get(best);
            Iterator<Order> it = level.iterator();
            while (it.hasNext() && o.open > 0) {
                Order r = it.next();
                fill(o, r);
                if (r.open == 0) {
                    it.remove();
                    byId.remove(r.id);
                }
            }
            if (level.isEmpty()) {
                other.remove(best);
            }
        }
    }

    private void fill(Order taker, Order maker) {
        long q = Math.min(taker.open, maker.open);
        taker.open -= q;
        maker.open -= q;
        volume += q;
        lastPrice = maker.price;
        traded.signalAll();
    }

    private void rest(Order o) {
        (o.buy ? bids : asks).computeIfAbsent(o.price, p -> new ArrayDeque<>()).add(o);
        byId.put(o.id, o);
    }

    public boolean cancel(long id) {
        lock.lock();
        try {
            Order o = byId.remove(id);
            if (o == null) {
                return false;
            }
            TreeMap<Long, Deque<Order>> side = o.buy ? bids : asks;
            Deque<Order> level = side.get(o.price);
            level.remove(o);
            if (level.isEmpty()) {
                side.remove(o.price);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    public void awaitVolume(long atLeast) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (volume < atLeast) {
                traded.await();
            }
        } finally {
            lock.unlock();
        }
    }

    public long lastPrice() {
        return lastPrice;
    }
}
