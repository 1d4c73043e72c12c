package exportprogress;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

public class Exporter {

    private final Executor executor;
    private final Function<String, byte[]> renderer;
    private final AtomicLong exported = new AtomicLong();

    public Exporter(Executor executor, Function<String, byte[]> renderer) {
        this.executor = executor;
        this.renderer = renderer;
    }

    public CompletableFuture<Integer> export(List<String> parts, ExportProgress progress) {
        CompletableFuture<Integer> total = CompletableFuture.completedFuture(0);
        for (String part : parts) {
            CompletableFuture<byte[]> one = CompletableFuture.supplyAsync(() -> renderer.apply(part), executor);
            CompletableFuture<Integer> size = one.thenApplyAsync(bytes -> {
                progress.partDone(part, bytes.length / 1_000_000.0);
                exported.addAndGet(bytes.length);
                return bytes.length;
            }, executor);
            total = total.thenCombine(size, Integer::sum);
        }
        return total;
    }

    public CompletableFuture<List<byte[]>> renderAll(List<String> parts) {
        List<CompletableFuture<byte[]>> futures = new ArrayList<>();
        for (String part : parts) {
            futures.add(CompletableFuture.supplyAsync(() -> renderer.apply(part), executor));
        }
        return CompletableFuture.allOf(futures.toArray(new CompletableFuture<?>[0])).thenApply(ignored -> {
            List<byte[]> results = new ArrayList<>();
            long bytes = 0;
            for (CompletableFuture<byte[]> f : futures) {
                results.add(f.join());
                bytes += f.join().length;
            }
            exported.addAndGet(bytes);
            return results;
        });
    }

    /** Renders one after the other, each step in whatever thread the executor picks. */
    public CompletableFuture<StringBuilder> chain(List<String> parts) {
        CompletableFuture<StringBuilder> chain = CompletableFuture.completedFuture(new StringBuilder());
        int[] index = {0};
        for (String part : parts) {
            chain = chain.thenApplyAsync(sb -> sb.append(index[0]++).append(new String(renderer.apply(part))), executor);
        }
        return chain;
    }

    public long exported() {
        return exported.get();
    }
}
