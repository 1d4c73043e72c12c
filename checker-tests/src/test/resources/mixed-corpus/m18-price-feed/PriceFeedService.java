package prices;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Aggregates quotes of several exchanges. */
public class PriceFeedService {

    private final QuoteClient client;
    private final Map<String, Quote> best = new ConcurrentHashMap<>();
    private final AtomicReference<Snapshot> snapshot = new AtomicReference<>(new Snapshot(Map.of(), 0));
    private int rounds;

    public PriceFeedService(QuoteClient client) {
        this.client = client;
    }

    /** Loads the quotes of all symbols concurrently. */
    public Mono<Summary> refresh(List<String> symbols) {
        List<String> missing = new ArrayList<>();
        double[] volume = new double[1];
        return Flux.fromIterable(symbols)
                .parallel(4)
                .runOn(Schedulers.boundedElastic())
                .map(client::quoteBlocking)
                .doOnNext(q -> {
                    if (q.price() <= 0) {
                        missing.add(q.symbol()); // RACE unsafe-collection #1
                    } else {
                        volume[0] += q.volume(); // RACE rmw #2
                        best.merge(q.symbol(), q, (a, b) -> a.price() <= b.price() ? a : b);
                    }
                })
                .sequential()
                .then(Mono.fromSupplier(() -> new Summary(missing, volume[0])));
    }

    /** Follows the feed of one exchange; the operators run serially. */
    public Flux<Double> averages(Flux<Quote> feed) {
        return Flux.defer(() -> {
            Map<String, Integer> seen = new HashMap<>();
            double[] sum = new double[1];
            int[] n = new int[1];
            return feed.publishOn(Schedulers.parallel())
                    .doOnNext(q -> seen.merge(q.symbol(), 1, Integer::sum))
                    .map(q -> {
                        sum[0] += q.price();
                        n[0]++;
                        return sum[0] / n[0];
                    });
        });
    }

    public Flux<Snapshot> snapshots() {
        return Flux.interval(Duration.ofSeconds(1))
                .map(i -> snapshot.updateAndGet(s -> new Snapshot(Map.copyOf(best), s.version() + 1)));
    }

    /** Called by the scheduler's single trigger thread after each round. */
    void roundDone() {
        rounds++;
    }

    /** Drops a quote unless it has been replaced meanwhile. */
    public void withdraw(Quote quote) {
        best.remove(quote.symbol(), quote);
    }

    /** Source of quotes. */
    public interface QuoteClient {
        Quote quoteBlocking(String symbol);
    }

    /** A quote. */
    public record Quote(String symbol, double price, double volume) {
    }

    /** All best quotes at some time. */
    public record Snapshot(Map<String, Quote> quotes, long version) {
    }

    /** Result of a refresh. */
    public record Summary(List<String> missing, double volume) {
    }
}
