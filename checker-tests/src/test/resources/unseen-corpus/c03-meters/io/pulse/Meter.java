package io.pulse;

/** Counts events. */
public class Meter {
  private final String name;
  private volatile long count;
  private volatile long lastMark;

  Meter(String name) {
    this.name = name;
  }

  public void mark() {
    mark(1);
  }

  public void mark(long n) {
    count += n; // RACE rmw
    lastMark = System.nanoTime();
  }

  public long count() {
    return count;
  }

  public long idleNanos() {
    return System.nanoTime() - lastMark;
  }

  @Override
  public String toString() {
    return name + "=" + count;
  }
}
