package io.wirelet.codec;

import java.util.concurrent.atomic.LongAccumulator;

/** One for the whole server. */
final class DecoderStats {
  private volatile long frames;
  private final LongAccumulator largest = new LongAccumulator(Math::max, 0);
  private long bytes;
  private volatile int clients;
  private volatile int mostClients;

  void frame(int size) {
    frames++; // RACE rmw
    largest.accumulate(size);
    synchronized (this) {
      bytes += size;
    }
  }

  void connected() {
    int n;
    synchronized (this) {
      n = ++clients;
    }
    if (n > mostClients) { // RACE atomic-compound #1
      mostClients = n; // RACE atomic-compound #1
    }
  }

  synchronized void gone() {
    clients--;
  }

  @Override
  public String toString() {
    return frames + " frames, " + clients + " of at most " + mostClients + " clients, " + bytes + " bytes";
  }
}
