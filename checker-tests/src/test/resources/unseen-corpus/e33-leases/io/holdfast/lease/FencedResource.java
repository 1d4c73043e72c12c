package io.holdfast.lease;

import java.util.concurrent.atomic.AtomicLong;

public class FencedResource {
  private final AtomicLong highest = new AtomicLong();
  private final Object store = new Object();
  private String value = "";
  private int writes;

  public boolean write(Lease lease, String next) {
    long t = lease.token();
    if (highest.accumulateAndGet(t, Math::max) != t) {
      return false;
    }
    synchronized (store) {
      value = next;
      writes++;
      return true;
    }
  }

  public String read() {
    synchronized (store) {
      return value + '@' + writes;
    }
  }
}
