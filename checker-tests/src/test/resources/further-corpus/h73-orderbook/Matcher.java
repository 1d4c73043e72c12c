package orderbook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Matches orders of many instruments; the gateways' threads call it concurrently. */
public class Matcher {

    static final class Book {
        private final Deque<long[]> bids = new ArrayDeque<>();
        private final Deque<long[]> asks = new ArrayDeque<>();
        private long volume;
        private long lastPrice;
        private int halts;

        long match(long price, long quantity) {
            long traded = 0;
            while (traded < quantity && !asks.isEmpty() && asks.peekFirst()[0] <= price) {
                long[] best = asks.peekFirst();
                long n = Math.min(quantity - traded, best[1]);
                best[1] -= n;
                traded += n;
                lastPrice = best[0];
                if (best[1] == 0) {
                    asks.pollFirst();
                }
            }
            volume += traded;
            if (traded < quantity) {
                bids.addLast(new long[] {price, quantity - traded});
            }
            return traded;
        }

        void offer(long price, long quantity) {
            asks.addLast(new long[] {price, quantity});
        }

        void halt() {
            halts++;
            bids.clear();
            asks.clear();
        }
    }

    private final ConcurrentMap<String, Object> locks = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Book> books = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Lock> feeLocks = new ConcurrentHashMap<>();
    private final Map<String, Long> fees = new ConcurrentHashMap<>();
    private final AtomicLong orders = new AtomicLong();
    private final Map<String, Integer> tickSizes;

    public Matcher(Map<String, Integer> tickSizes) {
        this.tickSizes = new HashMap<>(tickSizes);
    }

    public long buy(String instrument, long price, long quantity) {
        orders.incrementAndGet();
        Object lock = new Object();
        locks.putIfAbsent(instrument, lock); // RACE inconsistent-locking #1
        Book book = books.computeIfAbsent(instrument, i -> new Book());
        synchronized (lock) { // RACE inconsistent-locking #1
            return book.match(round(instrument, price), quantity); // RACE inconsistent-locking #1
        }
    }

    public void sell(String instrument, long price, long quantity) {
        orders.incrementAndGet();
        Book book = books.computeIfAbsent(instrument, i -> new Book());
        synchronized (lockFor(instrument)) {
            book.offer(round(instrument, price), quantity);
        }
    }

    public void halt(String instrument) {
        Book book = books.get(instrument);
        if (book != null) {
            synchronized (lockFor(instrument)) {
                book.halt();
            }
        }
    }

    private Object lockFor(String instrument) {
        return locks.computeIfAbsent(instrument, i -> new Object());
    }

    private long round(String instrument, long price) {
        int tick = tickSizes.getOrDefault(instrument, 1);
        return price / tick * tick;
    }

    public void charge(String client, long fee) {
        Lock fresh = new ReentrantLock();
        Lock lock = feeLocks.putIfAbsent(client, fresh);
        if (lock == null) {
            lock = fresh;
        }
        lock.lock();
        try {
            Long old = fees.get(client);
            fees.put(client, old == null ? fee : old + fee);
        } finally {
            lock.unlock();
        }
    }

    public long volume(String instrument) {
        Book book = books.get(instrument);
        if (book == null) {
            return 0;
        }
        synchronized (lockFor(instrument)) {
            return book.volume;
        }
    }
}
