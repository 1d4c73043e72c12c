package edu.elmgrove.sort;

import java.util.Map;
import java.util.concurrent.RecursiveTask;

/** Counts values in parallel: every leaf counts for itself and the counts are added on the way up. */
final class Histogram extends RecursiveTask<int[]> {
    private final int[] a;
    private final int lo;
    private final int hi;
    private final Map<Integer, Integer> outliers;

    Histogram(int[] a, int lo, int hi, Map<Integer, Integer> outliers) {
        this.a = a;
        this.lo = lo;
        this.hi = hi;
        this.outliers = outliers;
    }

    @Override
    protected int[] compute() {
        int[] counts = new int[100];
        if (hi - lo <= 1000) {
            for (int i = lo; i < hi; i++) {
                if (a[i] >= 0 && a[i] < 100) {
                    counts[a[i]]++;
                } else {
                    outliers.merge(a[i], 1, Integer::sum); // RACE unguarded-collection #2
                }
            }
            return counts;
        }
        int mid = (lo + hi) >>> 1;
        Histogram left = new Histogram(a, lo, mid, outliers);
        Histogram right = new Histogram(a, mid, hi, outliers);
        invokeAll(left, right);
        int[] l = left.join();
        int[] r = right.join();
        for (int i = 0; i < 100; i++) {
            counts[i] += l[i] + r[i];
        }
        return counts;
    }
}
