package pricecache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** Prices and how often they were asked for; used by all the request threads of the shop. */
public class PriceCache {

    private final LoadingCache<String, BigDecimal> prices;
    private final Cache<String, Integer> popularity =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofHours(1)).build();
    private final Cache<String, String> labels = Caffeine.newBuilder().maximumSize(500).build();
    private final Cache<String, LongAdder> misses = Caffeine.newBuilder().build();
    private final Function<String, BigDecimal> source;
    private volatile Snapshot snapshot = new Snapshot(0, BigDecimal.ZERO);

    public record Snapshot(int version, BigDecimal minimum) {
        Snapshot next(BigDecimal price) {
            return new Snapshot(version + 1, minimum.min(price));
        }
    }

    public PriceCache(Function<String, BigDecimal> source) {
        this.source = source;
        this.prices = Caffeine.newBuilder()
                .maximumSize(50_000)
                .refreshAfterWrite(Duration.ofMinutes(5))
                .build(this::load);
    }

    private BigDecimal load(String sku) {
        misses.get(sku, s -> new LongAdder()).increment();
        return source.apply(sku);
    }

    public BigDecimal price(String sku) {
        Integer n = popularity.getIfPresent(sku); // RACE check-then-act #1
        popularity.put(sku, n == null ? 1 : n + 1); // RACE check-then-act #1
        return prices.get(sku);
    }

    public void voteDown(String sku) {
        popularity.asMap().computeIfPresent(sku, (k, n) -> n > 1 ? n - 1 : null);
    }

    public void voteUp(String sku) {
        popularity.asMap().merge(sku, 10, Integer::sum);
    }

    public String label(String sku) {
        String label = labels.getIfPresent(sku);
        if (label == null) {
            label = sku.toUpperCase() + " (" + sku.length() + ")";
            labels.put(sku, label);
        }
        return label;
    }

    public void publish(BigDecimal price) {
        synchronized (this) {
            snapshot = snapshot.next(price);
        }
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    public long misses(String sku) {
        LongAdder adder = misses.getIfPresent(sku);
        return adder == null ? 0 : adder.sum();
    }

    public void evict(String sku) {
        prices.invalidate(sku);
        labels.invalidate(sku);
    }
}
