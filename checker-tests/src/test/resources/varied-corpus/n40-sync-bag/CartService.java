package util.bags;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Reservations of articles by many shoppers. */
class CartService {
    private final SyncBag<String> reserved = new SyncBag<>();
    private final SyncBag<String> wished = new SyncBag<>();
    private final ExecutorService pool = Executors.newFixedThreadPool(6);

    void reserveLater(String article) {
        pool.execute(() -> reserve(article));
    }

    private void reserve(String article) {
        int n = reserved.count(article); // RACE check-then-act #1
        if (n < 10) { // RACE check-then-act #1
            reserved.setCount(article, n + 1); // RACE check-then-act #1
        }
    }

    void wishLater(String article) {
        pool.execute(() -> wished.add(article, 1));
    }

    boolean release(String article) {
        synchronized (reserved) {
            int n = reserved.count(article);
            if (n == 0) {
                return false;
            }
            reserved.setCount(article, n - 1);
            return true;
        }
    }

    int wishes() {
        return wished.size();
    }
}
