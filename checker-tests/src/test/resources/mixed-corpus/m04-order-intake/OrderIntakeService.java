package orders;

import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Service;

/** Accepts orders from the REST and the messaging layer. */
@Service
public class OrderIntakeService {

    private final Map<String, BigDecimal> revenueByShop = new ConcurrentHashMap<>();
    private final Map<String, BigDecimal> openByCustomer = new ConcurrentHashMap<>();
    private final Map<Long, Order> pending = new ConcurrentHashMap<>();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final CreditPolicy credit;

    public OrderIntakeService(CreditPolicy credit) {
        this.credit = credit;
    }

    public boolean accept(Order order) {
        if (pending.putIfAbsent(order.id(), order) != null) {
            rejected.increment();
            return false;
        }
        if (!credit.reserve(order.customer(), order.total())) {
            pending.remove(order.id(), order);
            rejected.increment();
            return false;
        }
        revenueByShop.merge(order.shop(), order.total(), BigDecimal::add);
        BigDecimal open = openByCustomer.getOrDefault(order.customer(), BigDecimal.ZERO);
        openByCustomer.put(order.customer(), open.add(order.total())); // RACE check-then-act #1
        accepted.increment();
        return true;
    }

    /** Called by the payment listener. */
    public void settle(long orderId) {
        Order order = pending.remove(orderId);
        if (order == null) {
            return;
        }
        openByCustomer.computeIfPresent(order.customer(), (c, v) -> {
            BigDecimal left = v.subtract(order.total());
            return left.signum() == 0 ? null : left;
        });
        credit.release(order.customer(), order.total());
    }

    public long acceptedCount() {
        return accepted.sum();
    }

    public record Order(long id, String shop, String customer, BigDecimal total) {
    }
}
