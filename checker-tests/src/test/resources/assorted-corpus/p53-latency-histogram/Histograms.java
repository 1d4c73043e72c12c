package io.probe.latency;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.DoubleAdder;

/** Latency histograms; record() is in the hot path of all I/O threads. */
public class Histograms {
  private static final int BUCKETS = 64;

  private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);
  private final AtomicIntegerArray errors = new AtomicIntegerArray(BUCKETS);
  private final AtomicLong sumBits = new AtomicLong();
  private final DoubleAdder sumSquares = new DoubleAdder();
  private volatile double decaying;
  private final AtomicReference<long[]> window = new AtomicReference<>(new long[0]);
  private final long[] lastSnapshot = new long[BUCKETS];

  private static int bucket(long nanos) {
    return 63 - Long.numberOfLeadingZeros(Math.max(1, nanos));
  }

  public void record(long nanos) {
    counts.incrementAndGet(bucket(nanos));
    addToSum(nanos);
    sumSquares.add((double) nanos * nanos);
    decaying = 0.9 * decaying + 0.1 * nanos; // RACE rmw
  }

  private void addToSum(double v) {
    long old;
    long now;
    do {
      old = sumBits.get();
      now = Double.doubleToRawLongBits(Double.longBitsToDouble(old) + v);
    } while (!sumBits.compareAndSet(old, now));
  }

  public void error(long nanos, int weight) {
    int b = bucket(nanos);
    errors.set(b, errors.get(b) + weight); // RACE atomic-compound
  }

  public void remember(long nanos) {
    window.updateAndGet(w -> {
      long[] copy = Arrays.copyOf(w, Math.min(w.length + 1, 128));
      copy[copy.length - 1] = nanos;
      return copy;
    });
  }

  public void forgetOldest() {
    long[] w = window.get(); // RACE atomic-compound #1
    if (w.length > 0) {
      window.set(Arrays.copyOfRange(w, 1, w.length)); // RACE atomic-compound #1
    }
  }

  /** The reporter and JMX both take differences. */
  public synchronized long[] delta() {
    long[] d = new long[BUCKETS];
    for (int i = 0; i < BUCKETS; i++) {
      long now = counts.get(i);
      d[i] = now - lastSnapshot[i];
      lastSnapshot[i] = now;
    }
    return d;
  }

  public long[] drain() {
    long[] d = new long[BUCKETS];
    for (int i = 0; i < BUCKETS; i++) {
      d[i] = counts.getAndSet(i, 0);
    }
    return d;
  }

  public long[] drainNaively() {
    long[] d = new long[BUCKETS];
    for (int i = 0; i < BUCKETS; i++) {
      d[i] = counts.get(i); // RACE atomic-compound #2
      counts.set(i, 0); // RACE atomic-compound #2
    }
    return d;
  }
}
