package net.edgeway.gateway;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** One bucket per client address. */
public final class BucketRegistry {
  private final ConcurrentMap<String, TokenBucket> buckets = new ConcurrentHashMap<>();
  private final double capacity;
  private final double perSecond;

  public BucketRegistry(double capacity, double perSecond) {
    this.capacity = capacity;
    this.perSecond = perSecond;
  }

  boolean allow(String client) {
    return bucketOf(client).tryTake(System.nanoTime());
  }

  private TokenBucket bucketOf(String client) {
    TokenBucket b = buckets.get(client); // RACE check-then-act #1
    if (b == null) {
      b = new TokenBucket(capacity, perSecond / 1e9, System.nanoTime());
      buckets.put(client, b); // RACE check-then-act #1
    }
    return b;
  }

  public int clients() {
    return buckets.size();
  }
}
