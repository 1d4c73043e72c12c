package stock;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/** Stock operations of the web shop and of the warehouses' terminals. */
@Service
public class StockService {

    private final Map<String, Warehouse> warehouses = new ConcurrentHashMap<>();
    private final ScopedLock planning = new ScopedLock();
    private final Map<String, Integer> planned = new TreeMap<>();

    private Warehouse warehouse(String name) {
        return warehouses.computeIfAbsent(name, n -> new Warehouse());
    }

    public void receive(String name, String sku, int quantity) {
        warehouse(name).receive(sku, quantity);
        try (var s = planning.enter()) {
            planned.computeIfPresent(sku, (k, n) -> n > quantity ? n - quantity : null);
        }
    }

    public String reserveAnywhere(String sku, int quantity) {
        for (Map.Entry<String, Warehouse> e : warehouses.entrySet()) {
            if (e.getValue().reserve(sku, quantity)) {
                return e.getKey();
            }
        }
        try (var s = planning.enter()) {
            planned.merge(sku, quantity, Integer::sum);
        }
        return null;
    }

    /** Moves goods between warehouses. */
    public boolean relocate(String from, String to, String sku, int quantity) {
        Warehouse source = warehouse(from);
        Warehouse target = warehouse(to);
        Warehouse first = from.compareTo(to) <= 0 ? source : target;
        Warehouse second = first == source ? target : source;
        try (var a = first.guard.enter(); var b = second.guard.enter()) {
            if (source.free(sku) < quantity) {
                return false;
            }
            source.takeOut(sku, quantity);
            target.putIn(sku, quantity);
            return true;
        }
    }

    /** Corrects the stock after an inventory count. */
    public void correct(String name, String sku, int delta) {
        Warehouse w = warehouse(name);
        try (var s = planning.enter()) {
            w.putIn(sku, delta); // RACE wrong-lock #1
        }
    }

    public void ship(String name, List<String> skus) {
        Warehouse w = warehouse(name);
        for (String sku : skus) {
            w.ship(sku, 1);
        }
    }
}
