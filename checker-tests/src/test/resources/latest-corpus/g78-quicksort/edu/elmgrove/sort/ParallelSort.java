package edu.elmgrove.sort;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.atomic.LongAdder;

/** Fork-join sort with a few figures about the work done. */
public final class ParallelSort {
    private static final int CUTOFF = 64;
    static long swaps;
    static final LongAdder COMPARISONS = new LongAdder();

    private ParallelSort() {
    }

    static final class SortTask extends RecursiveAction {
        private final int[] a;
        private final int lo;
        private final int hi;

        SortTask(int[] a, int lo, int hi) {
            this.a = a;
            this.lo = lo;
            this.hi = hi;
        }

        @Override
        protected void compute() {
            if (hi - lo < CUTOFF) {
                insertion();
                return;
            }
            int p = partition();
            invokeAll(new SortTask(a, lo, p), new SortTask(a, p, hi));
        }

        private void insertion() {
            for (int i = lo + 1; i < hi; i++) {
                int v = a[i];
                int j = i - 1;
                while (j >= lo && a[j] > v) {
                    a[j + 1] = a[j];
                    j--;
                }
                a[j + 1] = v;
                COMPARISONS.add(i - j);
            }
        }

        private int partition() {
            int pivot = a[lo + (hi - lo) / 2];
            int i = lo;
            int j = hi - 1;
            while (i <= j) {
                while (a[i] < pivot) {
                    i++;
                }
                while (a[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    int t = a[i];
                    a[i++] = a[j];
                    a[j--] = t;
                    swaps++; // RACE read-modify-write #1
                }
            }
            return i;
        }
    }

    public static void sort(int[] a) {
        ForkJoinPool.commonPool().invoke(new SortTask(a, 0, a.length));
    }
}
