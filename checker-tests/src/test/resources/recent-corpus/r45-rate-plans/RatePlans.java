package r45rateplans;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what a partner has asked for; called by the workers of the connector. */
public class RatePlans {

    public record Plan(String partner, List<String> options) {
        Plan with(String option) {
            List<String> more = new java.util.ArrayList<>(options);
            more.add(option);
            return new Plan(partner, List.copyOf(more));
        }
    }

    private final Cache<String, Plan> plans = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();
    private final Cache<String, AtomicInteger> calls = Caffeine.newBuilder().maximumSize(10_000).build();
    private final Cache<String, String> display = Caffeine.newBuilder().weakValues().build();
    private final Counter changes;
    private final AtomicInteger active;

    public RatePlans(MeterRegistry registry) {
        changes = registry.counter("plans.changes");
        active = registry.gauge("plans.active", new AtomicInteger());
    }

    public void addOption(String partner, String option) {
        Plan plan = plans.getIfPresent(partner); // RACE check-then-act #1
        if (plan == null) {
            plan = new Plan(partner, List.of());
        }
        plans.put(partner, plan.with(option)); // RACE check-then-act #1
        changes.increment();
    }

    public void dropOption(String partner, String option) {
        plans.asMap().computeIfPresent(partner, (p, plan) ->
                new Plan(p, plan.options().stream().filter(o -> !o.equals(option)).toList()));
        changes.increment();
    }

    public int called(String partner) {
        return calls.get(partner, p -> new AtomicInteger()).incrementAndGet();
    }

    public String displayName(String partner) {
        String name = display.getIfPresent(partner);
        if (name == null) {
            name = partner.substring(0, 1).toUpperCase() + partner.substring(1);
            display.put(partner, name);
        }
        return name;
    }

    public void handle(ExecutorService workers, String partner, String option) {
        workers.execute(() -> {
            active.incrementAndGet();
            try {
                called(partner);
                addOption(partner, option);
            } finally {
                active.decrementAndGet();
            }
        });
    }
}
