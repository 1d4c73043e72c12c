package edge.limiter;

/** Counts what one caller has used of the current second. */
class Bucket {
  private long second;
  private int used;

  synchronized boolean take(long now, int limit) {
    if (now != second) {
      second = now;
      used = 0;
    }
    return ++used <= limit;
  }
}
