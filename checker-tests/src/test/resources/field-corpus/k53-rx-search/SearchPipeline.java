package k53;

import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Asks several back ends and joins what they say. */
public class SearchPipeline {
    private final List<Function<String, List<String>>> backends;
    private int asked;
    private int answered;
    private int hits;

    public SearchPipeline(List<Function<String, List<String>>> backends) {
        this.backends = backends;
    }

    public Single<List<String>> search(String q) {
        return Observable.fromIterable(backends)
                .flatMap(b -> Observable.fromCallable(() -> {
                    asked++; // RACE rmw #1
                    return b.apply(q);
                }).subscribeOn(Schedulers.io()))
                .doOnNext(l -> answered++) // MAYBE
                .flatMapIterable(l -> l)
                .collect(ArrayList::new, (all, hit) -> all.add(hit));
    }

    public List<String> first(String q) {
        List<String> out = new ArrayList<>();
        Observable.fromIterable(backends)
                .concatMap(b -> Observable.fromIterable(b.apply(q)))
                .take(10)
                .blockingForEach(h -> {
                    out.add(h);
                    hits++;
                });
        return out;
    }

    public String state() {
        return asked + "/" + answered + "/" + hits;
    }
}
