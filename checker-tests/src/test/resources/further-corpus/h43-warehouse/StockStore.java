package warehouse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

public class StockStore extends LockedStore {

    private final Map<String, Integer> stock = new HashMap<>();
    private final Map<String, Integer> reserved = new HashMap<>();
    private final List<String> movements = new ArrayList<>();
    private int shortages;

    public void receive(String sku, int quantity) {
        write(() -> {
            Integer old = stock.get(sku);
            stock.put(sku, old == null ? quantity : old + quantity);
            movements.add("+" + quantity + " " + sku);
        });
    }

    public boolean reserve(String sku, int quantity) {
        return read(() -> {
            int free = stock.getOrDefault(sku, 0) - reserved.getOrDefault(sku, 0); // RACE inconsistent-locking #1
            if (free < quantity) {
                shortages++; // RACE inconsistent-locking #2
                return false;
            }
            reserved.put(sku, reserved.getOrDefault(sku, 0) + quantity); // RACE inconsistent-locking #1
            return true;
        });
    }

    public boolean ship(String sku, int quantity) {
        return writeAndGet(() -> {
            int held = reserved.getOrDefault(sku, 0);
            if (held < quantity) {
                return false;
            }
            reserved.put(sku, held - quantity);
            stock.merge(sku, -quantity, Integer::sum);
            log("-" + quantity + " " + sku);
            return true;
        });
    }

    private void log(String movement) {
        movements.add(movement);
        while (movements.size() > 1000) {
            movements.remove(0);
        }
    }

    public void release(String sku, int quantity) {
        write(() -> reserved.computeIfPresent(sku, (k, n) -> n > quantity ? n - quantity : null));
    }

    public Map<String, Integer> inventory() {
        return read(() -> {
            Map<String, Integer> copy = new TreeMap<>();
            stock.forEach((sku, n) -> copy.put(sku, n - reserved.getOrDefault(sku, 0)));
            return copy;
        });
    }

    public int shortages() {
        return read(() -> shortages);
    }
}
