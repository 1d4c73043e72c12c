package util.trace;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Identifiers for traces, spans and baggage. All methods may be called from everywhere. */
public final class TraceIds {
  private static final AtomicLong TRACE = new AtomicLong(System.nanoTime());
  private static final AtomicInteger RING = new AtomicInteger();
  private static volatile int span;
  private static int baggage;
  private static int epoch;

  private TraceIds() {}

  public static long nextTrace() {
    return TRACE.incrementAndGet();
  }

  public static int nextSpan() {
    return span++; // RACE rmw
  }

  public static synchronized int nextBaggage() {
    if (++baggage < 0) {
      baggage = 0;
      epoch++;
    }
    return baggage;
  }

  public static int epoch() {
    synchronized (TraceIds.class) {
      return epoch;
    }
  }

  /** 0 .. n-1, round and round. */
  public static int slot(int n) {
    return RING.getAndUpdate(i -> (i + 1) % n);
  }
}
