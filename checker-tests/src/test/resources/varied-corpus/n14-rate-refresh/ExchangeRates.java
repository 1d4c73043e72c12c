package fx.rates;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Singleton bean; {@code convert} is called by the web layer. */
@Service
public class ExchangeRates {
    private final Map<String, BigDecimal> rates = new ConcurrentHashMap<>();
    private final Map<String, Integer> demand = new HashMap<>();
    private volatile Map<String, BigDecimal> published = Map.of();
    private long conversions;
    private int refreshes;

    public BigDecimal convert(String currency, BigDecimal amount) {
        conversions++; // RACE rmw
        demand.merge(currency, 1, Integer::sum); // RACE unsafe-collection
        BigDecimal rate = published.get(currency);
        if (rate == null) {
            throw new IllegalArgumentException(currency);
        }
        return amount.multiply(rate);
    }

    public void quote(String currency, BigDecimal rate) {
        rates.put(currency, rate);
    }

    @Scheduled(fixedDelay = 5000)
    public void refresh() {
        published = Map.copyOf(rates);
        refreshes++;
        if (refreshes % 100 == 0) {
            System.out.println(refreshes + " refreshes");
        }
    }

    public long conversions() {
        return conversions;
    }
}
