package sort.spill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** External sort: runs are sorted in the background, each run array belongs to one task. */
public final class SpillBuffer {
    private final ExecutorService sorters = Executors.newFixedThreadPool(2);
    private final List<Future<int[]>> runs = new ArrayList<>();
    private int[] current = new int[1024];
    private int used;
    private long total;
    private int spills;

    /** Not for concurrent use. */
    public void add(int value) {
        if (used == current.length) {
            spill();
        }
        current[used++] = value;
        total++;
    }

    private void spill() {
        final int[] run = Arrays.copyOf(current, used);
        runs.add(sorters.submit(new Callable<int[]>() {
            private int swaps;

            @Override
            public int[] call() {
                for (int i = 1; i < run.length; i++) {
                    for (int j = i; j > 0 && run[j - 1] > run[j]; j--) {
                        int t = run[j];
                        run[j] = run[j - 1];
                        run[j - 1] = t;
                        swaps++;
                    }
                }
                return swaps == 0 ? run : run.clone();
            }
        }));
        used = 0;
        spills++;
        current = new int[Math.min(current.length * 2, 1 << 20)];
    }

    public int[] sorted() throws Exception {
        if (used > 0) {
            spill();
        }
        int[] out = new int[(int) total];
        int at = 0;
        for (Future<int[]> f : runs) {
            int[] run = f.get();
            System.arraycopy(run, 0, out, at, run.length);
            at += run.length;
        }
        sorters.shutdown();
        Arrays.parallelSort(out);
        System.out.println(spills + " spills");
        return out;
    }
}
