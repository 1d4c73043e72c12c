package io.telemetry.ring;

import java.util.function.LongConsumer;

/** Ring between exactly one sampler thread and exactly one shipper thread. */
public final class SampleRing implements AutoCloseable {
  private final long[] cells;
  private final int mask;
  private volatile long tail;
  private volatile long head;
  private volatile boolean running = true;
  private long overruns;
  private long shipped;
  private final Thread sampler;
  private final Thread shipper;

  public SampleRing(int power, LongConsumer out) {
    cells = new long[1 << power];
    mask = cells.length - 1;
    sampler = new Thread(this::sample, "sampler");
    shipper = new Thread(() -> ship(out), "shipper");
  }

  public SampleRing start() {
    sampler.start();
    shipper.start();
    return this;
  }

  private void sample() {
    while (running) {
      if (!offer(System.nanoTime())) {
        overruns++;
      }
    }
  }

  private boolean offer(long v) {
    if (tail - head == cells.length) {
      return false;
    }
    cells[(int) tail & mask] = v;
    tail++;
    return true;
  }

  private void ship(LongConsumer out) {
    while (running) {
      while (head < tail) {
        long v = cells[(int) head & mask];
        head = head + 1;
        out.accept(v);
        shipped++;
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() throws InterruptedException {
    running = false;
    sampler.join();
    shipper.join();
    shipped += tail - head;
    System.out.println(shipped + " shipped, " + overruns + " overruns");
  }
}
