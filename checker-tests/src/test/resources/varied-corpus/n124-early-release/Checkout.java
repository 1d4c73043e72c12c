package shop.checkout;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Used by all cash desks. */
public class Checkout {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Integer> stock = new HashMap<>();
    private long revenue;
    private int receipts;
    private int cancelled;
    private int soldOut;
    private int rounding;

    public int buy(String article, int price) {
        lock.lock();
        Integer left = stock.get(article);
        if (left == null || left == 0) {
            lock.unlock();
            soldOut++; // RACE rmw
            return -1;
        }
        stock.put(article, left - 1);
        int number = ++receipts;
        lock.unlock();
        revenue += price; // RACE rmw
        return number;
    }

    public int buyGuarded(String article, int price) {
        lock.lock();
        try {
            Integer left = stock.get(article);
            if (left == null || left == 0) {
                cancelled++;
                return -1;
            }
            stock.put(article, left - 1);
            return ++receipts;
        } finally {
            rounding += price % 5;
            lock.unlock();
        }
    }

    public void restock(String article, int n) {
        int before;
        lock.lock(); // RACE split-lock #1
        try {
            before = stock.getOrDefault(article, 0); // RACE split-lock #1
        } finally {
            lock.unlock();
        }
        int after = before + n; // RACE split-lock #1
        lock.lock(); // RACE split-lock #1
        try {
            stock.put(article, after); // RACE split-lock #1
        } finally {
            lock.unlock();
        }
    }

    public String report() {
        lock.lock();
        try {
            return receipts + " receipts, " + cancelled + " cancelled, " + soldOut + " sold out, " + revenue + ", " + rounding;
        } finally {
            lock.unlock();
        }
    }
}
