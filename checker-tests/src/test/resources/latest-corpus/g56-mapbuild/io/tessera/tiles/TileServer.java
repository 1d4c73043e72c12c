package io.tessera.tiles;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.LongAdder;

/** Serves tiles; a background thread prepares a whole new map and publishes it. */
public final class TileServer {
    private volatile Map<Integer, Tile> map = Map.of();
    private final BlockingQueue<Tile.Builder> unfinished = new SynchronousQueue<>();
    private final LongAdder served = new LongAdder();
    private final ExecutorService http = Executors.newFixedThreadPool(32);
    private int builds;

    public void start(int size) {
        Thread surveyor = new Thread(() -> survey(size), "surveyor");
        Thread builder = new Thread(() -> build(size * size), "builder");
        surveyor.setDaemon(true);
        builder.setDaemon(true);
        surveyor.start();
        builder.start();
    }

    private void survey(int size) {
        try {
            while (true) {
                for (int x = 0; x < size; x++) {
                    for (int y = 0; y < size; y++) {
                        Tile.Builder b = new Tile.Builder(x, y);
                        for (int i = 0; i < 100; i++) {
                            b.put(x ^ y ^ i);
                        }
                        unfinished.put(b);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void build(int tiles) {
        try {
            while (true) {
                Map<Integer, Tile> next = new HashMap<>();
                while (next.size() < tiles) {
                    Tile t = unfinished.take().put(0).put(0xff).build();
                    if (!next.containsKey(t.key())) {
                        next.put(t.key(), t);
                    }
                }
                builds++;
                next.put(-1, new Tile.Builder(-1, -1).put(builds).build());
                map = next;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public Future<Integer> get(int key) {
        return http.submit(() -> {
            Tile t = map.get(key);
            served.increment();
            return t == null ? 0 : t.size();
        });
    }
}
