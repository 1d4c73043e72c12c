package r44shopevents;

import com.google.common.eventbus.AsyncEventBus;
import com.google.common.eventbus.EventBus;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Event bus of the shop. */
public final class ShopEvents {

    public record OrderPlaced(String customer, long cents) { }

    public record OrderCancelled(String customer, long cents) { }

    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private final EventBus bus = new AsyncEventBus("shop", pool);

    public ShopEvents() {
        bus.register(new Turnover());
        bus.register(new LoyaltyPoints());
    }

    public void placed(String customer, long cents) {
        bus.post(new OrderPlaced(customer, cents));
    }

    public void cancelled(String customer, long cents) {
        bus.post(new OrderCancelled(customer, cents));
    }

    public void shutdown() {
        pool.shutdown();
    }
}
