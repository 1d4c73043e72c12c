package net.durchsatz.meter;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** A small wrapper of the house around an atomic; its get and its set are used in two steps. */
class Gauge {
  private final AtomicLong value = new AtomicLong();

  long read() {
    return value.get();
  }

  void write(long v) {
    value.set(v);
  }

  long add(long v) {
    return value.addAndGet(v);
  }
}

/** Samples that arrive on the threads of a thread per connection. */
class BandwidthMeter {
  private final Gauge bytes = new Gauge();
  private final Gauge frames = new Gauge();
  private final AtomicLong lastNanos = new AtomicLong();
  private final AtomicReference<Thread> owner = new AtomicReference<>();
  private long ownerCalls;

  void connect(Runnable reader) {
    new Thread(
            () -> {
              reader.run();
              onFrame(1_500);
            })
        .start();
  }

  private void onFrame(int length) {
    bytes.add(length);
    frames.write(frames.read() + 1); // RACE atomic-compound
    long gap = System.nanoTime() - lastNanos.getAndSet(System.nanoTime());
    if (gap > 1_000_000 && acquire()) {
      ownerCalls++;
      release();
    }
  }

  /** A hand-made try-lock: who swaps null for itself is alone until it swaps back. */
  private boolean acquire() {
    return owner.compareAndSet(null, Thread.currentThread());
  }

  private void release() {
    owner.set(null);
  }

  String state() {
    return bytes.read() + " bytes in " + frames.read() + " frames " + ownerCalls;
  }
}

/** Halves the gauge from time to time, with a single call of the gauge. */
class DecayingMeter {
  private final AtomicLong bytes = new AtomicLong();

  void connect(Runnable reader, int connections) {
    for (int c = 0; c < connections; c++) {
      new Thread(
              () -> {
                reader.run();
                long total = bytes.addAndGet(1_500);
                if (total > 1L << 40) {
                  bytes.getAndUpdate(now -> now > 1L << 40 ? now / 2 : now);
                }
              })
          .start();
    }
  }
}
