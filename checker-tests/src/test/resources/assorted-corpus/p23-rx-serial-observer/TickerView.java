package fx.rates.ui;

import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Every callback is observed on one single-threaded scheduler of this view. */
public class TickerView {

  record Tick(String pair, double bid) {}

  private final Scheduler ui = Schedulers.from(java.util.concurrent.Executors.newSingleThreadExecutor());
  private final CompositeDisposable subscriptions = new CompositeDisposable();
  private final Map<String, Double> last = new HashMap<>();
  private final Map<String, Integer> updates = new HashMap<>();
  private int total;
  private int repaints;

  public void bind(Observable<Tick> ticks) {
    subscriptions.add(ticks.observeOn(ui).subscribe(this::onTick, this::onError));
    subscriptions.add(
        Observable.interval(250, TimeUnit.MILLISECONDS).observeOn(ui).subscribe(n -> repaint()));
  }

  private void onTick(Tick t) {
    total++;
    last.put(t.pair(), t.bid());
    updates.merge(t.pair(), 1, Integer::sum);
  }

  private void onError(Throwable t) {
    last.clear();
    total = 0;
  }

  private void repaint() {
    repaints++;
    if (repaints % 40 == 0) {
      updates.entrySet().removeIf(e -> e.getValue() == 0);
      updates.replaceAll((k, v) -> 0);
    }
  }

  public Observable<Integer> runningTotal(Observable<Tick> ticks) {
    return ticks.subscribeOn(Schedulers.io()).scan(0, (sum, t) -> sum + 1);
  }

  public void close() {
    subscriptions.dispose();
    ui.shutdown();
  }
}
