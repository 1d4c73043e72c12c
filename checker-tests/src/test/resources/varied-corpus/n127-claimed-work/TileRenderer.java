package gfx.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Tiles are claimed by index, by flag or by putIfAbsent; whoever claimed one works on it alone. */
public final class TileRenderer {
    static final class Tile {
        final AtomicBoolean taken = new AtomicBoolean();
        int samples;
        double light;
        int rank;
    }

    private final List<Tile> tiles = new ArrayList<>();
    private final double[] brightness;
    private final int[] passes;
    private final AtomicInteger cursor = new AtomicInteger();
    private final ConcurrentMap<Integer, Thread> claims = new ConcurrentHashMap<>();
    private final List<Integer> order = new ArrayList<>();
    private int finished;

    public TileRenderer(int n) {
        for (int i = 0; i < n; i++) {
            Tile t = new Tile();
            t.rank += i;
            tiles.add(t);
        }
        brightness = new double[n];
        passes = new int[n];
    }

    public void start(ThreadFactory factory, int workers) {
        for (int w = 0; w < workers; w++) {
            factory.newThread(() -> {
                int i;
                while ((i = cursor.getAndIncrement()) < brightness.length) {
                    brightness[i] += sample(i);
                    passes[i]++;
                    finished++; // RACE rmw
                }
            }).start();
            factory.newThread(this::refine).start();
        }
    }

    private void refine() {
        for (Tile t : tiles) {
            if (t.taken.compareAndSet(false, true)) {
                t.samples += 16;
                t.light += sample(t.rank);
            }
        }
        for (int i = 0; i < tiles.size(); i++) {
            if (claims.putIfAbsent(i, Thread.currentThread()) == null) {
                tiles.get(i).rank++;
                order.add(i); // RACE unsafe-collection
            }
        }
    }

    private static double sample(int i) {
        double x = i;
        for (int k = 0; k < 100; k++) {
            x = x * 0.5 + 1;
        }
        return x;
    }

    public int finished() {
        return finished;
    }

    public int claimed() {
        return claims.size();
    }
}
