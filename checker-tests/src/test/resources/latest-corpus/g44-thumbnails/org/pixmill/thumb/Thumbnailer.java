package org.pixmill.thumb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Makes thumbnails of a directory with completable futures. */
public class Thumbnailer {
    private final Executor pool = Executors.newFixedThreadPool(6);
    private final Imaging imaging;
    private int runs;
    private long totalBytes;

    public Thumbnailer(Imaging imaging) {
        this.imaging = imaging;
    }

    /** Not to be called by two threads at once. */
    public Summary run(List<Path> files) {
        List<CompletableFuture<Result>> parts = new ArrayList<>();
        for (Path p : files) {
            parts.add(CompletableFuture.supplyAsync(() -> one(p), pool)
                    .exceptionally(e -> new Result(p, 0, e.toString())));
        }
        CompletableFuture.allOf(parts.toArray(new CompletableFuture[0])).join();
        Summary s = new Summary();
        for (CompletableFuture<Result> f : parts) {
            s.add(f.join());
        }
        runs++;
        totalBytes += s.bytes();
        return s;
    }

    private Result one(Path p) {
        Accumulator acc = new Accumulator();
        byte[] data = imaging.scale(p, 160);
        for (byte b : data) {
            acc.feed(b);
        }
        return new Result(p, acc.size(), acc.checksum() == 0 ? "empty" : null);
    }

    /** Folds pairwise instead of one after the other. */
    public CompletableFuture<Summary> runAsync(List<Path> files) {
        CompletableFuture<Summary> all = CompletableFuture.completedFuture(new Summary());
        for (Path p : files) {
            CompletableFuture<Result> next = CompletableFuture.supplyAsync(() -> one(p), pool);
            all = all.thenCombine(next, (s, r) -> {
                s.add(r);
                return s;
            });
        }
        return all;
    }

    public String history() {
        return runs + " runs, " + totalBytes + " bytes";
    }

    public interface Imaging {
        byte[] scale(Path source, int width);
    }

    public record Result(Path file, int bytes, String error) {
    }
}
