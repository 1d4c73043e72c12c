package scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Scans the blocks of a file in parallel. */
public class ParallelScan {

    private final ExecutorService pool;

    public ParallelScan(ExecutorService pool) {
        this.pool = pool;
    }

    /** Every worker claims blocks until there are no more and counts for itself. */
    public Map<String, Integer> count(List<List<String>> blocks, int workers) throws Exception {
        AtomicInteger nextBlock = new AtomicInteger();
        List<Callable<Tally>> calls = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            calls.add(() -> {
                Tally t = new Tally();
                int b;
                while ((b = nextBlock.getAndIncrement()) < blocks.size()) {
                    for (String w : blocks.get(b)) {
                        t.add(w);
                    }
                }
                return t;
            });
        }
        Map<String, Integer> result = new TreeMap<>();
        int words = 0;
        for (Future<Tally> f : pool.invokeAll(calls)) {
            Tally t = f.get();
            t.counts.forEach((w, n) -> result.merge(w, n, Integer::sum));
            words += t.words;
        }
        result.put("", words);
        return result;
    }

    /** Marks the blocks that contain the word. */
    public boolean[] containing(List<List<String>> blocks, String word) {
        boolean[] hit = new boolean[blocks.size()];
        int[] sizes = new int[blocks.size()];
        IntStream.range(0, hit.length).parallel().forEach(i -> {
            hit[i] |= blocks.get(i).contains(word);
            sizes[i] += blocks.get(i).size();
        });
        return Arrays.stream(sizes).sum() == 0 ? new boolean[0] : hit;
    }

    public IntSummaryStatistics lengths(List<List<String>> blocks) {
        return blocks.parallelStream().flatMap(List::stream)
                .collect(Collectors.summarizingInt(String::length));
    }

    /** Sorts the blocks in parallel; each one is a list of its own. */
    public List<String> sorted(List<List<String>> blocks) {
        List<CompletableFuture<List<String>>> parts = new ArrayList<>();
        for (List<String> block : blocks) {
            List<String> copy = new ArrayList<>(block);
            parts.add(CompletableFuture.supplyAsync(() -> {
                Collections.sort(copy);
                copy.removeIf(String::isEmpty);
                return copy;
            }, pool));
        }
        List<String> all = new ArrayList<>();
        int[] merged = new int[1];
        for (CompletableFuture<List<String>> p : parts) {
            all.addAll(p.join());
            merged[0]++;
        }
        Collections.sort(all);
        return all;
    }

    private static final class Tally {
        private final Map<String, Integer> counts = new TreeMap<>();
        private int words;

        void add(String w) {
            counts.merge(w, 1, Integer::sum);
            words++;
        }
    }
}
