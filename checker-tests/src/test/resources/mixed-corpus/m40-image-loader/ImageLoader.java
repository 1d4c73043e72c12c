package images;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Loads images for views. {@link #load} and {@link #cancel} are called on the main thread; decoding
 * takes place on a pool and the results are posted back to the main thread.
 */
public class ImageLoader {

    private final Executor mainThread;
    private final ExecutorService decoders = Executors.newFixedThreadPool(4);
    private final Function<String, byte[]> network;
    private final MemoryCache cache = new MemoryCache(32 << 20);
    private final Map<String, List<Consumer<byte[]>>> waiting = new HashMap<>();
    private final Map<String, Integer> retries = new ConcurrentHashMap<>();
    private int active;
    private long decodedBytes;

    public ImageLoader(Executor mainThread, Function<String, byte[]> network) {
        this.mainThread = mainThread;
        this.network = network;
    }

    public void load(String url, Consumer<byte[]> target) {
        byte[] cached = cache.get(url);
        if (cached != null) {
            target.accept(cached);
            return;
        }
        List<Consumer<byte[]>> targets = waiting.get(url);
        if (targets != null) {
            targets.add(target);
            return;
        }
        targets = new ArrayList<>();
        targets.add(target);
        waiting.put(url, targets);
        active++;
        decoders.execute(() -> decode(url));
    }

    public void cancel(String url, Consumer<byte[]> target) {
        List<Consumer<byte[]>> targets = waiting.get(url);
        if (targets != null) {
            targets.remove(target);
        }
    }

    private void decode(String url) {
        byte[] raw = null;
        try {
            raw = network.apply(url);
        } catch (RuntimeException e) {
            if (retries.merge(url, 1, Integer::sum) < 3) {
                decoders.execute(() -> decode(url));
                return;
            }
        }
        byte[] image = raw == null ? new byte[0] : raw.clone();
        decodedBytes += image.length; // RACE rmw #1
        cache.put(url, image);
        retries.remove(url);
        mainThread.execute(() -> deliver(url, image));
    }

    private void deliver(String url, byte[] image) {
        active--;
        List<Consumer<byte[]>> targets = waiting.remove(url);
        if (targets != null) {
            targets.forEach(t -> t.accept(image));
        }
    }

    public int active() {
        return active;
    }

    public long decodedBytes() {
        return decodedBytes;
    }
}
