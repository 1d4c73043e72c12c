package com.sonde;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Channels by number, made on first use, exactly one per number. */
public class ChannelSet {
  private final AtomicReferenceArray<Channel> slots = new AtomicReferenceArray<>(128);
  private volatile int[] index = new int[0];

  public Channel channel(int n) {
    Channel c = slots.get(n);
    if (c == null) {
      Channel fresh = new Channel();
      c = slots.compareAndSet(n, null, fresh) ? fresh : slots.get(n);
    }
    return c;
  }

  public synchronized void order(int n) {
    if (Arrays.binarySearch(index, n) < 0) {
      int[] next = Arrays.copyOf(index, index.length + 1);
      next[index.length] = n;
      Arrays.sort(next);
      index = next;
    }
  }

  public int[] ordered() {
    return index.clone();
  }
}
