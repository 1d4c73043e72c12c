package r42reactorenrich;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

public class AddressEnricher {

    public record Address(String zip, String town) { }

    private final Scheduler io = Schedulers.newBoundedElastic(8, 1000, "geo");
    private final ConcurrentMap<String, String> towns = new ConcurrentHashMap<>();
    private int unknown;

    public Mono<List<Address>> enrich(Flux<String> zips) {
        return zips
                .distinct()
                .parallel(4)
                .runOn(io)
                .map(this::locate)
                .doOnNext(this::inspect)
                .sequential()
                .collect(ArrayList::new, (list, address) -> list.add(address));
    }

    private Address locate(String zip) {
        return new Address(zip, towns.computeIfAbsent(zip, z -> z.startsWith("9") ? "?" : "Town " + z));
    }

    private void inspect(Address address) {
        if ("?".equals(address.town())) {
            unknown++; // RACE rmw
        }
    }

    /** Numbers the lines of one subscriber. */
    public Flux<String> numbered(Flux<String> lines) {
        return Flux.defer(() -> {
            int[] line = new int[1];
            StringBuilder head = new StringBuilder();
            return lines
                    .publishOn(Schedulers.parallel())
                    .map(text -> {
                        line[0]++;
                        if (line[0] < 4) {
                            head.append(text.charAt(0));
                        }
                        return line[0] + head.toString() + text;
                    });
        });
    }

    public Flux<Integer> totals(Flux<Integer> amounts) {
        return amounts
                .delayElements(Duration.ofMillis(10))
                .scan(0, (sum, n) -> {
                    sum += n;
                    return sum;
                });
    }

    public int unknown() {
        return unknown;
    }
}
