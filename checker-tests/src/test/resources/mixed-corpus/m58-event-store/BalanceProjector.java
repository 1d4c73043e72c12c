package eventstore;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Builds balances from the feed on a thread of its own; queries read published copies. */
public class BalanceProjector implements Runnable {

    private final EventStore store;
    private final Map<String, BigDecimal> balances = new HashMap<>();
    private volatile Map<String, BigDecimal> published = Map.of();
    private volatile long position;
    private volatile boolean stopped;
    private int sinceLastPublish;

    public BalanceProjector(EventStore store) {
        this.store = store;
        Thread t = new Thread(this, "balance-projector");
        t.setDaemon(true);
        t.start();
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                apply(store.next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void apply(EventStore.Committed c) {
        if (c.event() instanceof Deposited d) {
            balances.merge(c.stream(), d.amount(), BigDecimal::add);
        } else if (c.event() instanceof Withdrawn w) {
            balances.put(c.stream(), balances.getOrDefault(c.stream(), BigDecimal.ZERO).subtract(w.amount()));
        }
        position = Math.max(position, c.position());
        if (++sinceLastPublish >= 100) {
            published = Map.copyOf(balances);
            sinceLastPublish = 0;
        }
    }

    public BigDecimal balance(String stream) {
        return published.getOrDefault(stream, BigDecimal.ZERO);
    }

    public long position() {
        return position;
    }

    public void stop() {
        stopped = true;
    }

    /** Money came in. */
    public record Deposited(BigDecimal amount) {
    }

    /** Money went out. */
    public record Withdrawn(BigDecimal amount) {
    }
}
