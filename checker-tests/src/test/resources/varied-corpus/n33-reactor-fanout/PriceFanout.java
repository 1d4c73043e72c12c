package quote.reactor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Asks several venues for a price. An instance serves one request. */
public class PriceFanout {
    private int asked;
    private int answered;
    private long best = Long.MAX_VALUE;
    private final Map<String, Long> byVenue = new HashMap<>();
    private final List<String> errors = new ArrayList<>();

    public Mono<Long> best(List<String> venues) {
        return Flux.fromIterable(venues)
                .doOnNext(v -> asked++)
                .flatMap(v -> ask(v).subscribeOn(Schedulers.boundedElastic()))
                .doOnNext(p -> {
                    answered++;
                    if (p < best) {
                        best = p;
                    }
                })
                .then(Mono.fromSupplier(() -> best));
    }

    private Mono<Long> ask(String venue) {
        return Mono.fromCallable(() -> {
            long price = venue.length() * 100L;
            if (price == 0) {
                errors.add(venue); // RACE unsafe-collection
                throw new IllegalStateException(venue);
            }
            byVenue.put(venue, price); // RACE unsafe-collection
            return price;
        }).onErrorResume(e -> Mono.empty());
    }

    public int unanswered() {
        return asked - answered;
    }
}
