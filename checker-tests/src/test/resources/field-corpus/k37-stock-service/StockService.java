package k37;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

@Service
public class StockService {

    private final Map<String, Integer> onHand = new ConcurrentHashMap<>();
    private final Map<String, Integer> reserved = new ConcurrentHashMap<>();
    private final ReservationLog log;
    private int lowStockAlerts;

    public StockService(ReservationLog log) {
        this.log = log;
    }

    public void receive(String sku, int quantity) {
        onHand.merge(sku, quantity, Integer::sum);
    }

    public boolean reserve(String sku, int quantity, String customer) {
        int available = onHand.getOrDefault(sku, 0) - reserved.getOrDefault(sku, 0); // RACE check-then-act #1
        if (available < quantity) {
            return false;
        }
        reserved.put(sku, reserved.getOrDefault(sku, 0) + quantity); // RACE check-then-act #1
        if (available - quantity < 5) {
            lowStockAlerts++; // RACE rmw #2
        }
        log.append(customer + " reserved " + quantity + " of " + sku);
        return true;
    }

    public void cancel(String sku, int quantity) {
        reserved.computeIfPresent(sku, (k, v) -> Math.max(0, v - quantity));
    }

    public void ship(String sku, int quantity) {
        if (onHand.containsKey(sku)) { // RACE check-then-act #3
            onHand.put(sku, onHand.get(sku) - quantity); // RACE check-then-act #3
        }
        cancel(sku, quantity);
    }

    public int lowStockAlerts() {
        return lowStockAlerts;
    }
}
