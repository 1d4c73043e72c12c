package rxquotes;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

public class QuoteBoard {

    public record Quote(String symbol, double price, long volume) {}

    private final Function<String, Quote> exchange;
    private final Map<String, Quote> latest = new ConcurrentHashMap<>();
    private final AtomicReference<Quote> biggest = new AtomicReference<>();
    private long totalVolume;

    public QuoteBoard(Function<String, Quote> exchange) {
        this.exchange = exchange;
    }

    public Completable refresh(List<String> symbols) {
        return Flowable.fromIterable(symbols)
                .flatMapSingle(symbol -> Single.fromCallable(() -> exchange.apply(symbol))
                        .subscribeOn(Schedulers.io())
                        .doOnSuccess(quote -> {
                            totalVolume += quote.volume(); // RACE read-modify-write #1
                            latest.put(quote.symbol(), quote);
                        }))
                .doOnNext(this::noteBiggest)
                .ignoreElements();
    }

    private void noteBiggest(Quote quote) {
        biggest.updateAndGet(old -> old == null || quote.volume() > old.volume() ? quote : old);
    }

    public Observable<Double> averages(Observable<Quote> quotes) {
        return Observable.defer(() -> {
            double[] state = {0, 0};
            return quotes.observeOn(Schedulers.computation()).map(q -> {
                state[0] += q.price();
                state[1]++;
                return state[0] / state[1];
            });
        });
    }

    public Single<Map<String, Long>> volumes(Flowable<Quote> quotes) {
        return quotes.collect(HashMap::new, (map, q) -> map.merge(q.symbol(), q.volume(), Long::sum));
    }

    public Single<List<Quote>> expensive(List<String> symbols, double limit) {
        return Flowable.fromIterable(symbols)
                .parallel()
                .runOn(Schedulers.computation())
                .map(exchange::apply)
                .filter(q -> q.price() > limit)
                .sequential()
                .collect(ArrayList::new, List::add);
    }

    public Observable<String> ticker(Observable<Quote> quotes) {
        return quotes
                .scan(0L, (n, q) -> n + q.volume())
                .throttleLast(1, TimeUnit.SECONDS)
                .map(n -> "volume " + n);
    }

    public Single<Integer> countMissing(List<String> symbols) {
        int[] missing = {0};
        return Flowable.fromIterable(symbols)
                .parallel(4)
                .runOn(Schedulers.io())
                .doOnNext(s -> {
                    if (!latest.containsKey(s)) {
                        missing[0]++; // RACE read-modify-write #2
                    }
                })
                .sequential()
                .ignoreElements()
                .toSingle(() -> missing[0]);
    }

    public long totalVolume() {
        return totalVolume;
    }
}
