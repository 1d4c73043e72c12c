package r44shopevents;

import com.google.common.eventbus.AllowConcurrentEvents;
import com.google.common.eventbus.DeadEvent;
import com.google.common.eventbus.Subscribe;
import java.util.concurrent.atomic.LongAdder;

class Turnover {

    private final LongAdder orders = new LongAdder();
    private long cents;
    private int dead;

    @Subscribe
    @AllowConcurrentEvents
    public void placed(ShopEvents.OrderPlaced event) {
        orders.increment();
        cents += event.cents(); // RACE rmw #1
    }

    @Subscribe
    @AllowConcurrentEvents
    public void cancelled(ShopEvents.OrderCancelled event) {
        orders.decrement();
        cents -= event.cents(); // RACE rmw #1
    }

    @Subscribe
    public void nobody(DeadEvent event) {
        dead++;
        System.getLogger("shop").log(System.Logger.Level.WARNING, "{0}. dead event {1}", dead, event.getEvent());
    }
}
