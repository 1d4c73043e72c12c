package iot.rx;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.ArrayList;
import java.util.List;

/** Cleans up sensor readings; one object per subscribed flow. */
public class SensorPipeline {
    private int dropped;
    private int kept;
    private double checksum;
    private final List<String> alarms = new ArrayList<>();

    /** Rails of the computation scheduler do the decoding. */
    public Flowable<Double> decode(Flowable<String> raw) {
        return raw.parallel(4)
                .runOn(Schedulers.computation())
                .filter(s -> {
                    if (s.isBlank()) {
                        dropped++; // RACE rmw
                        return false;
                    }
                    return true;
                })
                .map(Double::parseDouble)
                .doOnNext(d -> {
                    if (d > 1000) {
                        alarms.add("high " + d); // RACE unsafe-collection
                    }
                })
                .sequential()
                .doOnNext(d -> kept++)
                .doOnNext(d -> checksum += d);
    }

    public Observable<Integer> gaps(Observable<Integer> sequence) {
        return sequence.observeOn(Schedulers.io())
                .scan(new int[2], (acc, n) -> {
                    int[] next = acc.clone();
                    if (n != acc[0] + 1) {
                        next[1]++;
                    }
                    next[0] = n;
                    return next;
                })
                .map(acc -> acc[1]);
    }

    public String report() {
        return kept + " kept, " + dropped + " dropped, sum " + checksum;
    }
}
