package cqrs.proj;

import com.google.common.eventbus.AllowConcurrentEvents;
import com.google.common.eventbus.AsyncEventBus;
import com.google.common.eventbus.Subscribe;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** Read models fed by an asynchronous event bus on eight threads. */
public class OrderProjection {
    record Placed(String customer, long cents) {}

    record Cancelled(String customer, long cents) {}

    record Viewed(String page) {}

    private final AsyncEventBus bus = new AsyncEventBus("orders", Executors.newFixedThreadPool(8));
    private final LongAdder events = new LongAdder();
    private final Map<String, Long> spent = new HashMap<>();
    private int cancellations;
    private long views;

    public void start() {
        bus.register(this);
    }

    /** The bus calls a subscriber method by one thread at a time unless it allows more. */
    @Subscribe
    public void on(Placed e) {
        events.increment();
        spent.merge(e.customer(), e.cents(), Long::sum);
    }

    @Subscribe
    public void on(Cancelled e) {
        events.increment();
        cancellations++;
    }

    @Subscribe
    @AllowConcurrentEvents
    public void on(Viewed e) {
        events.increment();
        views++; // RACE rmw
    }

    public String summary() {
        return events + " events, " + cancellations + " cancelled, " + views + " views, " + spent.size() + " customers";
    }
}
