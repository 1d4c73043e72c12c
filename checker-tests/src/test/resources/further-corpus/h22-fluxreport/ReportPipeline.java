package fluxreport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

public class ReportPipeline {

    public record Line(String customer, long cents) {}

    public static final class Totals {
        private long cents;
        private int lines;

        Totals add(Line line) {
            cents += line.cents();
            lines++;
            return this;
        }

        long average() {
            return lines == 0 ? 0 : cents / lines;
        }
    }

    private final AtomicLong rendered = new AtomicLong();

    public Mono<Long> average(Flux<Line> lines) {
        return lines.collect(Totals::new, Totals::add).map(Totals::average);
    }

    public Mono<List<String>> render(List<Line> lines) {
        List<String> problems = new ArrayList<>();
        return Flux.fromIterable(lines)
                .flatMap(line -> Mono.fromCallable(() -> format(line))
                        .subscribeOn(Schedulers.boundedElastic())
                        .onErrorResume(e -> {
                            problems.add(line.customer() + ": " + e.getMessage()); // RACE unguarded-collection #1
                            return Mono.empty();
                        }))
                .doOnNext(s -> rendered.incrementAndGet())
                .collectList()
                .map(list -> {
                    list.addAll(problems);
                    return list;
                });
    }

    public Mono<Map<String, Long>> perCustomer(Flux<Line> lines) {
        Map<String, Long> sums = new ConcurrentHashMap<>();
        return lines.parallel(4)
                .runOn(Schedulers.parallel())
                .doOnNext(line -> sums.merge(line.customer(), line.cents(), Long::sum))
                .then()
                .thenReturn(sums);
    }

    public Mono<Map<String, Integer>> countPerCustomer(Flux<Line> lines) {
        return lines.collect(HashMap::new, (m, l) -> m.merge(l.customer(), 1, Integer::sum));
    }

    public Mono<long[]> extremes(List<Line> lines) {
        long[] minMax = {Long.MAX_VALUE, Long.MIN_VALUE};
        return Flux.fromIterable(lines)
                .parallel()
                .runOn(Schedulers.parallel())
                .doOnNext(line -> {
                    minMax[0] = Math.min(minMax[0], line.cents()); // RACE read-modify-write #2
                    minMax[1] = Math.max(minMax[1], line.cents()); // RACE read-modify-write #2
                })
                .then()
                .thenReturn(minMax);
    }

    public Flux<String> numbered(Flux<Line> lines) {
        return Flux.defer(() -> {
            int[] row = {0};
            return lines.map(line -> ++row[0] + ". " + line.customer());
        });
    }

    public Flux<Long> running(Flux<Line> lines) {
        return lines.scan(0L, (sum, line) -> sum + line.cents()).sample(Duration.ofSeconds(1));
    }

    private static String format(Line line) {
        if (line.cents() < 0) {
            throw new IllegalArgumentException("negative amount");
        }
        return line.customer() + " " + line.cents() / 100 + "." + line.cents() % 100;
    }

    public long rendered() {
        return rendered.get();
    }
}
