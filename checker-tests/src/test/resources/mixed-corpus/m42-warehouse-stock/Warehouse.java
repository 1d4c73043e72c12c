package stock;

import java.util.HashMap;
import java.util.Map;

/** Stock of one warehouse. */
class Warehouse {

    final ScopedLock guard = new ScopedLock();
    private final Map<String, Integer> onHand = new HashMap<>();
    private final Map<String, Integer> reserved = new HashMap<>();
    private long movements;

    int free(String sku) {
        return onHand.getOrDefault(sku, 0) - reserved.getOrDefault(sku, 0);
    }

    void receive(String sku, int quantity) {
        try (ScopedLock.Scope s = guard.enter()) {
            onHand.merge(sku, quantity, Integer::sum);
            movements++;
        }
    }

    boolean reserve(String sku, int quantity) {
        try (var s = guard.enter()) {
            if (free(sku) < quantity) {
                return false;
            }
            reserved.merge(sku, quantity, Integer::sum);
            return true;
        }
    }

    void ship(String sku, int quantity) {
        try (var s = guard.enter()) {
            takeOut(sku, quantity);
            reserved.computeIfPresent(sku, (k, n) -> n <= quantity ? null : n - quantity);
        }
    }

    /** Called with the guard held. */
    void takeOut(String sku, int quantity) {
        assert guard.held();
        onHand.merge(sku, -quantity, Integer::sum);
        movements++;
    }

    /** Called with the guard held. */
    void putIn(String sku, int quantity) {
        onHand.merge(sku, quantity, Integer::sum); // RACE wrong-lock #1
        movements++; // RACE wrong-lock #1
    }

    long movements() {
        try (var s = guard.enter()) {
            return movements;
        }
    }
}
