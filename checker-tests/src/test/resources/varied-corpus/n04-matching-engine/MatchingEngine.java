package exch.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Gateways submit from their own threads; one engine thread owns the book.
 */
public final class MatchingEngine implements Runnable {

    public record Order(long clientId, String symbol, boolean buy, long price, int qty) {}

    private static final Order POISON = new Order(-1, "", false, 0, 0);

    private final BlockingQueue<Order> inbound = new ArrayBlockingQueue<>(4096);
    private final Thread thread = new Thread(this, "engine");

    private final Map<String, TreeMap<Long, ArrayDeque<Order>>> asks = new HashMap<>();
    private final Map<Long, Integer> perClient = new HashMap<>();
    private final List<String> trades = new ArrayList<>();
    private long sequence;
    private int rejected;
    private volatile long published;

    public void start() {
        thread.start();
    }

    public boolean submit(Order order) {
        if (order.qty() <= 0 || order.price() <= 0) {
            rejected++; // RACE rmw
            return false;
        }
        return inbound.offer(order);
    }

    public void stop() throws InterruptedException {
        inbound.put(POISON);
        thread.join();
    }

    @Override
    public void run() {
        try {
            for (Order o = inbound.take(); o != POISON; o = inbound.take()) {
                apply(o);
                published = sequence;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void apply(Order o) {
        sequence++;
        perClient.merge(o.clientId(), 1, Integer::sum);
        TreeMap<Long, ArrayDeque<Order>> book = asks.get(o.symbol());
        if (book == null) {
            book = new TreeMap<>();
            asks.put(o.symbol(), book);
        }
        if (!o.buy()) {
            book.computeIfAbsent(o.price(), p -> new ArrayDeque<>()).add(o);
            return;
        }
        int left = o.qty();
        while (left > 0 && !book.isEmpty() && book.firstKey() <= o.price()) {
            ArrayDeque<Order> level = book.firstEntry().getValue();
            Order resting = level.poll();
            left -= Math.min(left, resting.qty());
            trades.add(sequence + ":" + resting.price());
            if (level.isEmpty()) {
                book.pollFirstEntry();
            }
        }
    }

    public long published() {
        return published;
    }

    public int rejected() {
        return rejected;
    }
}
