package org.umbra.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Renders tiles; each worker claims the next one. */
public final class TileRenderer {
    private static final int TILE = 32;

    private final Scene scene;
    private final Film film;
    private final AtomicInteger nextTile = new AtomicInteger();
    private final AtomicReference<String> progress = new AtomicReference<>("");
    private final long[] nanosByTile;
    private int frames;

    public TileRenderer(Scene scene, int width, int height) {
        this.scene = scene;
        this.film = new Film(width, height);
        this.nanosByTile = new long[tiles(width) * tiles(height)];
    }

    private static int tiles(int n) {
        return (n + TILE - 1) / TILE;
    }

    public float render(int workers) throws InterruptedException {
        nextTile.set(0);
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            tasks.add(this::work);
        }
        int done = 0;
        for (Future<Integer> f : pool.invokeAll(tasks)) {
            try {
                done += f.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        pool.shutdown();
        frames++;
        if (done != nanosByTile.length) {
            throw new IllegalStateException(done + " tiles in frame " + frames);
        }
        return film.mean();
    }

    private Integer work() {
        int mine = 0;
        int tile;
        while ((tile = nextTile.getAndIncrement()) < nanosByTile.length) {
            long t = System.nanoTime();
            int x0 = tile % tiles(film.width) * TILE;
            int y0 = tile / tiles(film.width) * TILE;
            for (int y = y0; y < Math.min(film.height, y0 + TILE); y++) {
                for (int x = x0; x < Math.min(film.width, x0 + TILE); x++) {
                    film.splat(x, y, scene.shade(x, y));
                }
            }
            nanosByTile[tile] += System.nanoTime() - t;
            mine++;
            progress.set(tile + " of " + nanosByTile.length);
        }
        return mine;
    }

    public String progress() {
        return progress.get();
    }
}
