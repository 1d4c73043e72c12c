package org.gyre.ring;

/** The ring's producer and consumer. */
public final class Pump {
  private final SpscRing ring = new SpscRing();
  private long sum;

  public long run(int n) throws InterruptedException {
    Thread producer = new Thread(() -> {
      int sent = 0;
      while (sent < n) {
        if (ring.offer(sent + 1)) {
          sent++;
        }
      }
    });
    Thread consumer = new Thread(() -> {
      int got = 0;
      while (got < n) {
        long v = ring.poll();
        if (v >= 0) {
          sum += v;
          got++;
        }
      }
    });
    producer.start();
    consumer.start();
    producer.join();
    consumer.join();
    sum++;
    return sum;
  }
}
