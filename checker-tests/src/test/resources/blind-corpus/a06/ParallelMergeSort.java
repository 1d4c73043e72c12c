package org.textfold.index;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.atomic.LongAdder;

final class ParallelMergeSort extends RecursiveAction {
  private static long merges;
  private static final LongAdder elementsMoved = new LongAdder();
  private final long[] data;
  private final int from;
  private final int to;

  private ParallelMergeSort(long[] data, int from, int to) {
    this.data = data;
    this.from = from;
    this.to = to;
  }

  static void sort(long[] data) {
    ForkJoinPool.commonPool().invoke(new ParallelMergeSort(data, 0, data.length));
  }

  @Override
  protected void compute() {
    if (to - from < 64) {
      insertionSort();
      return;
    }
    int mid = (from + to) >>> 1;
    invokeAll(new ParallelMergeSort(data, from, mid), new ParallelMergeSort(data, mid, to));
    merge(mid);
  }

  private void insertionSort() {
    for (int i = from + 1; i < to; i++) {
      long v = data[i];
      int j = i - 1;
      while (j >= from && data[j] > v) {
        data[j + 1] = data[j];
        j--;
      }
      data[j + 1] = v;
    }
  }

  private void merge(int mid) {
    long[] left = Arrays.copyOfRange(data, from, mid);
    int l = 0;
    int r = mid;
    int w = from;
    while (l < left.length) {
      data[w++] = r == to || left[l] <= data[r] ? left[l++] : data[r++];
    }
    elementsMoved.add(w - from);
    merges++; // RACE rmw
  }

  static long merges() {
    return merges;
  }
}
