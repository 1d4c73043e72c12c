package org.gristmill.sort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.atomic.AtomicInteger;

/** Sorts runs of records in a fork/join pool and counts what it did. */
public final class ExternalSorter {

    private static final int LEAF = 1 << 12;

    /** Figures of one part of the input. */
    static final class Figures {
        int comparisons;
        int runs;
        final List<String> duplicates = new ArrayList<>();

        Figures merge(Figures o) {
            comparisons += o.comparisons;
            runs += o.runs;
            duplicates.addAll(o.duplicates);
            return this;
        }
    }

    static final class SortTask extends RecursiveTask<Figures> {
        private static final long serialVersionUID = 1L;
        private final String[] data;
        private final String[] buffer;
        private final int lo;
        private final int hi;
        private final transient Figures figures = new Figures();

        SortTask(String[] data, String[] buffer, int lo, int hi) {
            this.data = data;
            this.buffer = buffer;
            this.lo = lo;
            this.hi = hi;
        }

        @Override
        protected Figures compute() {
            if (hi - lo <= LEAF) {
                Comparator<String> counting = (a, b) -> {
                    figures.comparisons++;
                    return a.compareTo(b);
                };
                Arrays.sort(data, lo, hi, counting);
                figures.runs++;
                return figures;
            }
            int mid = (lo + hi) >>> 1;
            SortTask left = new SortTask(data, buffer, lo, mid);
            SortTask right = new SortTask(data, buffer, mid, hi);
            left.fork();
            Figures r = right.compute();
            figures.merge(left.join()).merge(r);
            mergeHalves(mid);
            return figures;
        }

        private void mergeHalves(int mid) {
            System.arraycopy(data, lo, buffer, lo, hi - lo);
            int i = lo;
            int j = mid;
            for (int k = lo; k < hi; k++) {
                if (i < mid && (j >= hi || buffer[i].compareTo(buffer[j]) <= 0)) {
                    data[k] = buffer[i++];
                } else {
                    data[k] = buffer[j++];
                }
                if (k > lo && data[k].equals(data[k - 1])) {
                    figures.duplicates.add(data[k]);
                }
            }
        }
    }

    /** Counts the distinct values; the parent's action runs when both children are complete. */
    static final class DistinctCount extends CountedCompleter<Void> {
        private static final long serialVersionUID = 1L;
        private final String[] sorted;
        private final int lo;
        private final int hi;
        private final AtomicInteger leaves;
        private DistinctCount left;
        private DistinctCount right;
        private int distinct;

        DistinctCount(CountedCompleter<?> parent, String[] sorted, int lo, int hi, AtomicInteger leaves) {
            super(parent);
            this.sorted = sorted;
            this.lo = lo;
            this.hi = hi;
            this.leaves = leaves;
        }

        @Override
        public void compute() {
            if (hi - lo > LEAF) {
                int mid = (lo + hi) >>> 1;
                setPendingCount(2);
                (left = new DistinctCount(this, sorted, lo, mid, leaves)).fork();
                (right = new DistinctCount(this, sorted, mid, hi, leaves)).fork();
            } else {
                leaves.incrementAndGet();
                for (int i = lo; i < hi; i++) {
                    if (i == 0 || !sorted[i].equals(sorted[i - 1])) {
                        distinct++;
                    }
                }
            }
            tryComplete();
        }

        @Override
        public void onCompletion(CountedCompleter<?> caller) {
            if (left != null) {
                distinct += left.distinct + right.distinct;
            }
        }
    }

    public int sort(String[] data) {
        SortTask task = new SortTask(data, new String[data.length], 0, data.length);
        Figures f = ForkJoinPool.commonPool().invoke(task);
        DistinctCount count = new DistinctCount(null, data, 0, data.length, new AtomicInteger());
        count.invoke();
        System.getLogger("sort").log(System.Logger.Level.DEBUG, "{0} runs, {1} comparisons", f.runs, f.comparisons);
        return count.distinct;
    }
}
