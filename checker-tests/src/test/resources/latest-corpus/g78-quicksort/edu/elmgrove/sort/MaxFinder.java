package edu.elmgrove.sort;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ForkJoinPool;

/** Finds the greatest element with a counted completer. */
final class MaxFinder extends CountedCompleter<Integer> {
    private final int[] a;
    private final int lo;
    private final int hi;
    private final MaxFinder sibling;
    private MaxFinder right;
    private int max = Integer.MIN_VALUE;

    MaxFinder(CountedCompleter<?> parent, int[] a, int lo, int hi, MaxFinder sibling) {
        super(parent);
        this.a = a;
        this.lo = lo;
        this.hi = hi;
        this.sibling = sibling;
    }

    @Override
    public void compute() {
        if (hi - lo > 500) {
            int mid = (lo + hi) >>> 1;
            setPendingCount(1);
            right = new MaxFinder(this, a, mid, hi, null);
            right.fork();
            for (int i = lo; i < mid; i++) {
                if (a[i] > max) {
                    max = a[i];
                }
            }
        } else {
            for (int i = lo; i < hi; i++) {
                if (a[i] > max) {
                    max = a[i];
                }
            }
        }
        tryComplete();
    }

    @Override
    public void onCompletion(CountedCompleter<?> caller) {
        if (right != null && right.max > max) {
            max = right.max;
        }
    }

    @Override
    public Integer getRawResult() {
        return max;
    }

    public static void main(String[] args) {
        int[] data = new Random(1).ints(1_000_000, -5, 105).toArray();
        Map<Integer, Integer> outliers = new TreeMap<>();
        int[] counts = ForkJoinPool.commonPool().invoke(new Histogram(data, 0, data.length, outliers));
        int max = new MaxFinder(null, data, 0, data.length, null).invoke();
        ParallelSort.sort(data);
        System.out.println(max + " " + counts[5] + " " + outliers + " " + ParallelSort.swaps);
    }
}
