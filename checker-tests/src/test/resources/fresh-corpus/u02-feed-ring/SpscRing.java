package io.tickstream.ring;

/**
 * Bounded ring between exactly one producer thread and one consumer thread.
 *
 * @param <E> element type
 */
public final class SpscRing<E> {
  private final Object[] slots;
  private final int mask;
  private volatile long tail;
  private volatile long head;
  private long cachedHead;
  private long cachedTail;
  private long fullHits;

  public SpscRing(int capacityPow2) {
    if (Integer.bitCount(capacityPow2) != 1) {
      throw new IllegalArgumentException("not a power of two: " + capacityPow2);
    }
    slots = new Object[capacityPow2];
    mask = capacityPow2 - 1;
  }

  /** Producer side. */
  public boolean offer(E e) {
    long t = tail;
    if (t - cachedHead >= slots.length) {
      cachedHead = head;
      if (t - cachedHead >= slots.length) {
        fullHits++;
        return false;
      }
    }
    slots[(int) t & mask] = e;
    tail = t + 1;
    return true;
  }

  /** Consumer side. */
  @SuppressWarnings("unchecked")
  public E poll() {
    long h = head;
    if (h == cachedTail) {
      cachedTail = tail;
      if (h == cachedTail) {
        return null;
      }
    }
    int i = (int) h & mask;
    E e = (E) slots[i];
    slots[i] = null;
    head = h + 1;
    return e;
  }

  /** Producer side. */
  long fullHits() {
    return fullHits;
  }
}
