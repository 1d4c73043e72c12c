package org.maelstrom.ring;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/** Rings between threads. The single-producer ring has exactly one producer thread by contract. */
public final class Sequencers {
  private Sequencers() {}

  /** One producer thread, one consumer thread: each owns its index. */
  public static final class SpscRing<E> {
    private final AtomicReferenceArray<E> buffer;
    private final int mask;
    private final AtomicLong head = new AtomicLong();
    private final AtomicLong tail = new AtomicLong();
    private volatile long dropped;

    public SpscRing(int capacity) {
      buffer = new AtomicReferenceArray<>(capacity);
      mask = capacity - 1;
    }

    /** Producer. */
    boolean offer(E e) {
      long t = tail.get();
      if (t - head.get() > mask) {
        dropped++;
        return false;
      }
      buffer.lazySet((int) t & mask, e);
      tail.lazySet(t + 1);
      return true;
    }

    /** Consumer. */
    E poll() {
      long h = head.get();
      if (h == tail.get()) {
        return null;
      }
      E e = buffer.get((int) h & mask);
      buffer.lazySet((int) h & mask, null);
      head.lazySet(h + 1);
      return e;
    }

    long dropped() {
      return dropped;
    }
  }

  /** The wiring: the only producer is the feed thread, the only consumer the decoder thread. */
  public static final class Feed {
    private final SpscRing<byte[]> ring = new SpscRing<>(1024);
    private volatile boolean stopped;
    private volatile long decoded;

    interface Source {
      byte[] next();
    }

    public void start(Source source) {
      Thread feed = new Thread(() -> {
        while (!stopped) {
          ring.offer(source.next());
        }
      }, "feed");
      Thread decoder = new Thread(() -> {
        while (!stopped) {
          byte[] b = ring.poll();
          if (b == null) {
            LockSupport.parkNanos(1000);
          } else {
            decoded += b.length;
          }
        }
      }, "decoder");
      feed.start();
      decoder.start();
    }

    public long decoded() {
      return decoded;
    }

    public void stop() {
      stopped = true;
    }
  }
}
