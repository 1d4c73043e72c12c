package k52;

import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Imports rows of a file reactively. */
public class RowImport {
    private final RowStore store;
    private int parsed;
    private int stored;
    private int rejected;
    private final List<String> problems = new ArrayList<>();

    public RowImport(RowStore store) {
        this.store = store;
    }

    /** Signals of one sequence come one after the other, also on another scheduler. */
    public Mono<Integer> sequential(Flux<String> lines) {
        return lines
                .publishOn(Schedulers.boundedElastic())
                .filter(l -> !l.isBlank())
                .doOnNext(l -> parsed++)
                .concatMap(store::insert)
                .reduce(0, Integer::sum);
    }

    public Mono<Integer> parallel(Flux<String> lines) {
        return lines
                .parallel(4)
                .runOn(Schedulers.parallel())
                .filter(l -> {
                    if (l.length() > 200) {
                        rejected++; // RACE rmw #1
                        problems.add(l); // RACE unsafe-collection #2
                        return false;
                    }
                    return true;
                })
                .map(String::length)
                .doOnNext(n -> stored++) // RACE rmw #3
                .sequential()
                .reduce(0, Integer::sum);
    }

    public String report() {
        return parsed + " " + stored + " " + rejected + " " + problems.size();
    }
}

interface RowStore {
    Mono<Integer> insert(String row);
}
