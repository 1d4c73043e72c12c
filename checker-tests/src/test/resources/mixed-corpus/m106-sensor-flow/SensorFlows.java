package sensors;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Streams over the readings of sensors. */
public class SensorFlows {

    private final Sinks.Many<Reading> alarms = Sinks.many().multicast().onBackpressureBuffer();
    private final Scheduler store = Schedulers.newSingle("store");
    private final Map<String, Double> lastStored = new HashMap<>();
    private final AtomicLong dropped = new AtomicLong();
    private long stored;

    /** Moving mean of the last readings of each sensor. */
    public Flux<Double> means(Flux<Reading> readings) {
        return readings.groupBy(Reading::sensor)
                .flatMap(group -> Flux.defer(() -> {
                    Deque<Double> window = new ArrayDeque<>();
                    double[] sum = {0};
                    return group.publishOn(Schedulers.parallel()).map(r -> {
                        window.addLast(r.value());
                        sum[0] += r.value();
                        if (window.size() > 10) {
                            sum[0] -= window.removeFirst();
                        }
                        return sum[0] / window.size();
                    });
                }));
    }

    /** Counts with an immutable accumulator. */
    public Flux<Stats> stats(Publisher<Reading> readings) {
        return Flux.from(readings).scan(new Stats(0, 0), (s, r) -> new Stats(s.n() + 1, Math.max(s.max(), r.value())));
    }

    public Mono<Map<String, Integer>> histogram(Flux<Reading> readings) {
        return readings.parallel(4).runOn(Schedulers.parallel())
                .map(r -> r.sensor() + (int) r.value() / 10)
                .sequential()
                .collect(HashMap::new, (m, k) -> m.merge(k, 1, Integer::sum));
    }

    /** Stores readings on the store's thread, whichever thread they come from. */
    public Mono<Boolean> store(Reading r) {
        return Mono.fromCallable(() -> {
            Double old = lastStored.get(r.sensor());
            if (old != null && Math.abs(old - r.value()) < 0.1) {
                return false;
            }
            lastStored.put(r.sensor(), r.value());
            stored++;
            return true;
        }).subscribeOn(store);
    }

    /** Called by the drivers of the sensors. */
    public void alarm(Reading r) {
        alarms.emitNext(r, (type, result) -> {
            if (result == Sinks.EmitResult.FAIL_NON_SERIALIZED) {
                return true;
            }
            dropped.incrementAndGet();
            return false;
        });
    }

    public Flux<Reading> alarms() {
        return alarms.asFlux();
    }

    public Mono<Long> stored() {
        return Mono.fromCallable(() -> stored).subscribeOn(store);
    }

    /** A reading. */
    public record Reading(String sensor, double value) {
    }

    /** Figures. */
    public record Stats(long n, double max) {
    }
}
