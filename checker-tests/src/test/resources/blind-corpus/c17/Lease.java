package org.quorumlite.lease;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Leadership by lease, in memory. Nodes call from their own threads. */
final class Lease {
  record Holder(String node, long until, long token) {}

  private static final Holder NOBODY = new Holder("", 0, 0);
  private final AtomicReference<Holder> holder = new AtomicReference<>(NOBODY);
  private final AtomicLong tokens = new AtomicLong();
  private final AtomicReference<Holder> previous = new AtomicReference<>(NOBODY);
  private final AtomicLong takeovers = new AtomicLong();

  boolean acquire(String node, long now, long millis) {
    Holder h = holder.get();
    if (h.until() > now && !h.node().equals(node)) {
      return false;
    }
    Holder mine = new Holder(node, now + millis, tokens.incrementAndGet());
    if (!holder.compareAndSet(h, mine)) {
      return false;
    }
    previous.set(h);
    if (h != NOBODY && !h.node().equals(node)) {
      takeovers.set(takeovers.get() + 1); // RACE atomic-compound
    }
    return true;
  }

  boolean renew(String node, long now, long millis) {
    Holder h = holder.get(); // RACE atomic-compound #1
    if (!h.node().equals(node) || h.until() <= now) {
      return false;
    }
    holder.set(new Holder(node, now + millis, h.token())); // RACE atomic-compound #1
    return true;
  }

  boolean release(String node) {
    Holder h = holder.get();
    return h.node().equals(node) && holder.compareAndSet(h, NOBODY);
  }

  void breakLease(long now) {
    Holder h;
    do {
      h = holder.get();
      if (h.until() > now) {
        return;
      }
    } while (!holder.compareAndSet(h, NOBODY));
  }

  Holder holder() {
    return holder.get();
  }
}
