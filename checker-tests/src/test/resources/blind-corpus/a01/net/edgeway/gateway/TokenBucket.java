package net.edgeway.gateway;

final class TokenBucket {
  private final double capacity;
  private final double perNano;
  private double tokens;
  private long stamp;

  TokenBucket(double capacity, double perNano, long now) {
    this.capacity = capacity;
    this.perNano = perNano;
    this.tokens = capacity;
    this.stamp = now;
    refill(now);
  }

  boolean tryTake(long now) {
    refill(now);
    if (tokens < 1.0) { // RACE check-then-act #2
      return false;
    }
    tokens -= 1.0; // RACE check-then-act #2
    return true;
  }

  private void refill(long now) {
    double earned = (now - stamp) * perNano; // RACE rmw #3
    tokens = Math.min(capacity, tokens + earned); // RACE rmw #3
    stamp = now; // RACE rmw #3
  }
}
