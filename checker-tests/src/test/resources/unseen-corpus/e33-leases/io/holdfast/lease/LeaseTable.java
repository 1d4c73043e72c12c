package io.holdfast.lease;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** Time-limited exclusive leases. Serves requests of many clients at once. */
public class LeaseTable {
  private final ConcurrentMap<String, Lease> leases = new ConcurrentHashMap<>();
  private final AtomicLong tokens = new AtomicLong();
  private volatile long steals;
  private volatile long rejected;

  public Lease acquire(String resource, String owner, long now) {
    Lease wanted = new Lease(owner, tokens.incrementAndGet(), now + 1000);
    Lease held = leases.putIfAbsent(resource, wanted);
    if (held == null) {
      return wanted;
    }
    if (held.until() < now && leases.replace(resource, held, wanted)) {
      return wanted;
    }
    return null;
  }

  public boolean steal(String resource, String owner, long now) {
    Lease held = leases.get(resource); // RACE check-then-act #1
    if (held == null || held.until() < now) { // RACE check-then-act #1
      leases.put(resource, new Lease(owner, tokens.incrementAndGet(), now + 1000)); // RACE check-then-act #1
      steals++; // RACE atomic-compound
      return true;
    }
    return false;
  }

  public boolean renew(String resource, long token, long now) {
    Lease after = leases.computeIfPresent(resource,
        (r, l) -> l.token() == token ? new Lease(l.owner(), token, now + 1000) : l);
    return after != null && after.token() == token;
  }

  public boolean release(String resource, Lease lease) {
    return leases.remove(resource, lease);
  }

  public int expire(long now) {
    int n = 0;
    for (Map.Entry<String, Lease> e : leases.entrySet()) {
      if (e.getValue().until() < now && leases.remove(e.getKey(), e.getValue())) {
        n++;
      }
    }
    return n;
  }

  public synchronized void reject() {
    rejected++;
  }

  public long steals() {
    return steals;
  }

  public long rejected() {
    return rejected;
  }
}
