package rates;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Exchange rates for the checkout. */
@Service
public class ExchangeRates implements InitializingBean {

    private final RateSource source;
    private final AtomicReference<Table> table = new AtomicReference<>();
    private final Object overridesLock = new Object();
    private Map<String, BigDecimal> overrides = Map.of();
    private Map<String, String> aliases;
    private int failedInRow;

    public ExchangeRates(RateSource source) {
        this.source = source;
    }

    /** Runs once, before the bean is handed out. */
    @Override
    public void afterPropertiesSet() {
        aliases = new HashMap<>();
        aliases.put("RMB", "CNY");
        aliases.put("SFR", "CHF");
        table.set(new Table(Map.copyOf(source.load()), 1));
    }

    public BigDecimal rate(String currency) {
        String code = aliases.getOrDefault(currency, currency);
        BigDecimal manual = overrides().get(code);
        return manual != null ? manual : table.get().rates().get(code);
    }

    private Map<String, BigDecimal> overrides() {
        synchronized (overridesLock) {
            return overrides;
        }
    }

    /** The next run begins after the previous one has ended. */
    @Scheduled(fixedDelay = 300_000)
    void refresh() {
        try {
            Map<String, BigDecimal> fresh = Map.copyOf(source.load());
            failedInRow = 0;
            table.updateAndGet(t -> new Table(fresh, t.version() + 1));
        } catch (RuntimeException e) {
            failedInRow++;
            if (failedInRow > 5) {
                table.updateAndGet(t -> new Table(Map.of(), t.version() + 1));
            }
        }
    }

    /** Applies a correction to the rate of a currency. */
    public BigDecimal correct(String code, BigDecimal factor) {
        Table next = table.accumulateAndGet(new Table(Map.of(code, factor), 0), (t, change) -> {
            Map<String, BigDecimal> copy = new HashMap<>(t.rates());
            change.rates().forEach((c, f) -> copy.computeIfPresent(c, (k, r) -> r.multiply(f)));
            return new Table(Map.copyOf(copy), t.version() + 1);
        });
        return next.rates().get(code);
    }

    public void override(String code, BigDecimal rate) {
        Objects.requireNonNull(rate);
        synchronized (overridesLock) {
            Map<String, BigDecimal> copy = new HashMap<>(overrides);
            copy.put(code, rate);
            overrides = Map.copyOf(copy);
        }
    }

    private record Table(Map<String, BigDecimal> rates, int version) {
    }

    /** Loads rates. */
    public interface RateSource {
        Map<String, BigDecimal> load();
    }
}
