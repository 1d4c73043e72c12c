package invoicing;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Counts what customers use; the totals are billed every hour. */
@Service
public class UsageMeter {

    private final BillingStore store;
    private final Map<String, Long> pending = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();
    private final AtomicReference<ConcurrentHashMap<String, Boolean>> active =
            new AtomicReference<>(new ConcurrentHashMap<>());
    private volatile Map<String, Long> rates = Map.of();
    private int asyncFailures;

    public UsageMeter(BillingStore store) {
        this.store = store;
    }

    /** Called by the request threads. */
    public void used(String customer, long units) {
        pending.merge(customer, units, Long::sum);
        calls.computeIfAbsent(customer, c -> new LongAdder()).increment();
        active.get().put(customer, Boolean.TRUE);
    }

    @Scheduled(fixedRate = 3_600_000)
    public void bill() {
        Map<String, Long> snapshot = rates;
        for (Map.Entry<String, Long> e : pending.entrySet()) { // RACE split-section #1
            store.charge(e.getKey(), e.getValue() * snapshot.getOrDefault(e.getKey(), 1L)); // RACE split-section #1
        }
        pending.clear(); // RACE split-section #1
    }

    @Scheduled(fixedRate = 60_000)
    public void writeCalls() {
        for (String customer : calls.keySet()) {
            LongAdder adder = calls.get(customer);
            if (adder != null) {
                long n = adder.sumThenReset();
                if (n > 0) {
                    store.calls(customer, n);
                }
            }
        }
    }

    @Scheduled(cron = "0 0 3 * * *")
    public void refreshRates() {
        Map<String, Long> fresh = new HashMap<>();
        for (String line : store.rateLines()) {
            int eq = line.indexOf('=');
            fresh.put(line.substring(0, eq), Long.parseLong(line.substring(eq + 1)));
        }
        rates = Map.copyOf(fresh);
    }

    @Async
    public void notifyCustomer(String customer) {
        try {
            store.mail(customer);
        } catch (RuntimeException e) {
            asyncFailures++; // RACE read-modify-write #2
        }
    }

    public int asyncFailures() {
        return asyncFailures;
    }
}
