package sinkfeed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

public class PriceFeed {

    public record Price(String symbol, double value) {}

    private final Sinks.Many<Price> sink = Sinks.many().multicast().onBackpressureBuffer();
    private final ConcurrentMap<String, Price> last = new ConcurrentHashMap<>();
    private final AtomicLong dropped = new AtomicLong();
    private final Object emitLock = new Object();
    private long emitted;

    /** Called by the connections to the exchanges. */
    public void publish(Price price) {
        Sinks.EmitResult result;
        synchronized (emitLock) {
            result = sink.tryEmitNext(price);
            if (result.isSuccess()) {
                emitted++;
            }
        }
        if (result.isFailure()) {
            dropped.incrementAndGet();
        }
        last.compute(price.symbol(), (s, old) -> old == null || old.value() != price.value() ? price : old);
    }

    public Flux<Price> changes() {
        return Flux.defer(() -> {
            Set<String> seen = new HashSet<>();
            return sink.asFlux().filter(p -> {
                if (seen.contains(p.symbol())) {
                    return false;
                }
                seen.add(p.symbol());
                return true;
            });
        });
    }

    public Flux<Double> movingAverage(Flux<Price> prices, int window) {
        return Flux.defer(() -> {
            Deque<Double> values = new ArrayDeque<>();
            double[] sum = {0};
            return prices.publishOn(Schedulers.parallel()).map(p -> {
                values.addLast(p.value());
                sum[0] += p.value();
                if (values.size() > window) {
                    sum[0] -= values.removeFirst();
                }
                return sum[0] / values.size();
            });
        });
    }

    public Flux<Integer> countdown(int from) {
        return Flux.generate(() -> from, (state, s) -> {
            s.next(state);
            if (state == 0) {
                s.complete();
            }
            return state - 1;
        });
    }

    public Mono<List<Price>> snapshot() {
        return Mono.fromCallable(() -> {
            List<Price> list = new ArrayList<>();
            for (Price p : last.values()) {
                list.add(p);
            }
            return list;
        }).subscribeOn(Schedulers.boundedElastic());
    }

    public Flux<String> report() {
        return sink.asFlux()
                .window(Duration.ofSeconds(1))
                .concatMap(w -> w.reduce(0, (n, p) -> n + 1))
                .index()
                .map(t -> t.getT1() + ": " + t.getT2());
    }

    public Mono<Double> highest(Flux<Price> prices) {
        return prices.map(Price::value).reduce(Math::max);
    }

    public long emitted() {
        synchronized (emitLock) {
            return emitted;
        }
    }

    public long dropped() {
        return dropped.get();
    }
}
