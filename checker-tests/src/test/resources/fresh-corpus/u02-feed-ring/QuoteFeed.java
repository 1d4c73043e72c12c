package io.tickstream.ring;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Reads quotes on one thread, books them on another. */
public final class QuoteFeed implements AutoCloseable {
  public record Quote(String symbol, long price) {}

  private final SpscRing<Quote> ring = new SpscRing<>(1024);
  private final Supplier<Quote> source;
  private final Thread reader;
  private final Thread booker;
  private volatile boolean running = true;

  private long read;
  private long dropped;
  private volatile long booked;
  private final Map<String, Long> last = new HashMap<>();

  public QuoteFeed(Supplier<Quote> source) {
    this.source = source;
    this.reader = new Thread(this::readLoop, "quote-reader");
    this.booker = new Thread(this::bookLoop, "quote-booker");
  }

  public void start() {
    reader.start();
    booker.start();
  }

  private void readLoop() {
    while (running) {
      Quote q = source.get();
      if (q == null) {
        break;
      }
      read++;
      int spins = 0;
      while (!ring.offer(q)) {
        if (++spins > 1000) {
          dropped++;
          break;
        }
        Thread.onSpinWait();
      }
    }
  }

  private void bookLoop() {
    while (running || !last.isEmpty()) {
      Quote q = ring.poll();
      if (q == null) {
        if (!running) {
          return;
        }
        Thread.onSpinWait();
        continue;
      }
      last.merge(q.symbol(), q.price(), Math::max);
      booked = booked + 1;
    }
  }

  public long booked() {
    return booked;
  }

  @Override
  public void close() throws InterruptedException {
    running = false;
    reader.join();
    booker.join();
    System.getLogger("feed").log(System.Logger.Level.INFO, "read {0} dropped {1} full {2} symbols {3}",
        read, dropped, ring.fullHits(), last.size());
  }
}
