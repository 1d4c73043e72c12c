package tiles;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.processors.FlowableProcessor;
import io.reactivex.rxjava3.processors.PublishProcessor;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Streams map tiles to clients. */
public class TileStream {

    private final Scheduler single = Schedulers.from(Executors.newSingleThreadExecutor());
    private final FlowableProcessor<String> notices = PublishProcessor.<String>create().toSerialized();
    private final TileSource source;
    private final AtomicInteger downloads = new AtomicInteger();
    private int cacheMisses;
    private int storeWrites;

    public TileStream(TileSource source) {
        this.source = source;
    }

    /** Loads the tiles, several at a time. */
    public Single<Batch> load(List<Long> ids) {
        int[] bytes = {0};
        int[] order = {0};
        List<Long> empty = new ArrayList<>();
        List<Long> slow = Collections.synchronizedList(new ArrayList<>());
        return Flowable.fromIterable(ids)
                .flatMap(id -> Flowable.fromCallable(() -> source.fetch(id))
                        .subscribeOn(Schedulers.io())
                        .doOnNext(t -> {
                            downloads.incrementAndGet();
                            bytes[0] += t.data().length; // RACE rmw #1
                            if (t.millis() > 500) {
                                slow.add(t.id());
                            }
                        }), 8)
                .doOnNext(t -> {
                    order[0]++;
                    if (t.data().length == 0) {
                        empty.add(t.id());
                    }
                })
                .toList()
                .map(tiles -> new Batch(tiles, bytes[0], order[0], empty, slow));
    }

    /** Stores tiles one after the other on the writer thread. */
    public Single<Long> store(List<Tile> tiles) {
        return Flowable.fromIterable(tiles)
                .observeOn(single)
                .doOnNext(t -> {
                    source.write(t);
                    storeWrites++;
                })
                .count();
    }

    /** Looks up single tiles for the clients' connections. */
    public Single<Tile> lookup(long id) {
        return Single.fromCallable(() -> {
            Tile t = source.cached(id);
            if (t == null) {
                cacheMisses++; // RACE rmw #2
                t = source.fetch(id);
            }
            return t;
        }).subscribeOn(Schedulers.computation());
    }

    public void notice(String text) {
        notices.onNext(text);
    }

    public Flowable<String> notices() {
        return notices.onBackpressureBuffer();
    }

    public int cacheMisses() {
        return cacheMisses;
    }

    /** Source of tiles. */
    public interface TileSource {
        Tile fetch(long id);

        Tile cached(long id);

        void write(Tile t);
    }

    /** A tile. */
    public record Tile(long id, byte[] data, int millis) {
    }

    /** Result of a load. */
    public record Batch(List<Tile> tiles, int bytes, int count, List<Long> empty, List<Long> slow) {
    }
}
