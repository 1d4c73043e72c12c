package r43rxticker;

import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.subjects.PublishSubject;
import io.reactivex.rxjava3.subjects.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Shows the prices of several exchanges; {@link #push} is called by the feed threads. */
public class TickerBoard {

    public record Tick(String symbol, double price) { }

    public interface Exchange {
        List<Tick> snapshot(String symbol) throws Exception;
    }

    private final Subject<Tick> ticks = PublishSubject.<Tick>create().toSerialized();
    private final CompositeDisposable subscriptions = new CompositeDisposable();
    private final List<Exchange> exchanges;
    private final Map<String, Double> board = new HashMap<>();
    private long changes;
    private long ignored;

    public TickerBoard(List<Exchange> exchanges) {
        this.exchanges = List.copyOf(exchanges);
    }

    public void start() {
        subscriptions.add(ticks
                .observeOn(Schedulers.single())
                .subscribe(this::show, e -> System.getLogger("board").log(System.Logger.Level.ERROR, "ended", e)));
    }

    public void push(Tick tick) {
        ticks.onNext(tick);
    }

    private void show(Tick tick) {
        Double before = board.get(tick.symbol());
        if (before != null && Math.abs(before - tick.price()) < 0.001) {
            ignored++;
            return;
        }
        board.put(tick.symbol(), tick.price());
        changes++;
        if (changes % 500 == 0) {
            System.getLogger("board").log(System.Logger.Level.DEBUG, "{0} changes, {1} ignored", changes, ignored);
        }
    }

    /** Best price of all exchanges, asked in parallel. */
    public Single<Map<String, Double>> best(List<String> symbols) {
        return Single.defer(() -> {
            Map<String, Double> best = new HashMap<>();
            int[] answers = {0};
            return Observable.fromIterable(symbols)
                    .flatMap(symbol -> Observable.fromIterable(exchanges)
                            .flatMap(x -> Observable.fromCallable(() -> x.snapshot(symbol))
                                    .subscribeOn(Schedulers.io())
                                    .timeout(3, TimeUnit.SECONDS)))
                    .doOnNext(snapshot -> answers[0]++)
                    .flatMapIterable(snapshot -> snapshot)
                    .doOnNext(tick -> best.merge(tick.symbol(), tick.price(), Math::min))
                    .ignoreElements()
                    .toSingle(() -> {
                        best.put("answers", (double) answers[0]);
                        return best;
                    });
        });
    }

    public void stop() {
        subscriptions.dispose();
    }
}
