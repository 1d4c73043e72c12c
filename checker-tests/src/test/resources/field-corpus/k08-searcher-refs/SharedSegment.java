package k08;

import java.util.concurrent.atomic.AtomicInteger;

/** A segment file several readers have mapped; the last one to let go unmaps it. */
public class SharedSegment {
  private final AtomicInteger refs = new AtomicInteger(1);
  private final Runnable unmap;

  public SharedSegment(Runnable unmap) {
    this.unmap = unmap;
  }

  public boolean retain() {
    if (refs.get() > 0) { // RACE atomic-compound #1
      refs.incrementAndGet(); // RACE atomic-compound #1
      return true;
    }
    return false;
  }

  public void release() {
    int left = refs.get() - 1; // RACE atomic-compound #2
    refs.set(left); // RACE atomic-compound #2
    if (left == 0) {
      unmap.run();
    }
  }
}
