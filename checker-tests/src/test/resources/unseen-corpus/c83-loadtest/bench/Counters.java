package bench;

import java.util.HashMap;
import java.util.Map;

/** Plain counters: whoever shares one has to lock. */
class Counter {
  private long n;
  private long max;

  void add(long v) {
    n += v; // RACE rmw
    if (v > max) { // MAYBE
      max = v; // MAYBE
    }
  }

  long get() {
    return n;
  }
}

/** Another plain helper; one per client. */
class Histogram {
  private final Map<Integer, Integer> buckets = new HashMap<>();
  private int samples;

  void record(long nanos) {
    int b = 64 - Long.numberOfLeadingZeros(nanos);
    buckets.put(b, buckets.getOrDefault(b, 0) + 1);
    samples++;
  }

  void addAll(Histogram other) {
    other.buckets.forEach((b, n) -> buckets.merge(b, n, Integer::sum));
    samples += other.samples;
  }

  int samples() {
    return samples;
  }
}

/** A third one; always used under its owner's lock. */
class Ring {
  private final long[] data = new long[64];
  private int head;
  private int wraps;

  void push(long v) {
    data[head++] = v;
    if (head == data.length) {
      head = 0;
      wraps++;
    }
  }

  int wraps() {
    return wraps;
  }
}
