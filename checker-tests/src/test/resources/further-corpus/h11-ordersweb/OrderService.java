package ordersweb;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Service;

@Service
public class OrderService {

    private final Map<String, OrderForm> open = new ConcurrentHashMap<>();
    private final Map<String, Integer> unitsPerCustomer = new ConcurrentHashMap<>();
    private final Map<String, Integer> quotas = new HashMap<>();
    private final AtomicInteger ids = new AtomicInteger(1000);

    public OrderService() {
        quotas.put("gold", 10_000);
        quotas.put("silver", 1_000);
    }

    public String place(OrderForm form, int units) {
        String id = "O-" + ids.getAndIncrement();
        Integer before = unitsPerCustomer.get(form.getCustomer()); // RACE check-then-act #2
        unitsPerCustomer.put(form.getCustomer(), before == null ? units : before + units); // RACE check-then-act #2
        open.put(id, form);
        return id;
    }

    public void cancel(String id) {
        OrderForm form = open.remove(id);
        if (form != null) {
            unitsPerCustomer.computeIfPresent(form.getCustomer(), (c, n) -> n - form.units());
        }
    }

    public int quota(String level) {
        return quotas.getOrDefault(level, 100);
    }

    public String describe(String id) {
        OrderForm form = open.get(id);
        return form == null ? "unknown" : form.getCustomer() + " " + form.units();
    }
}
