package sys;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicStampedReference;

/** Memory of handles: a bump pointer and a stack of free blocks. */
public class Arena extends RefCounted {
  private record Block(long address, Block next) {}

  private final AtomicLong top = new AtomicLong();
  private final AtomicReference<Block> free = new AtomicReference<>();
  private final AtomicReference<String> history = new AtomicReference<>("");
  private final AtomicStampedReference<String> tag = new AtomicStampedReference<>("", 0);
  private final long size;

  public Arena(long size) {
    this.size = size;
  }

  public long allocate(int bytes) {
    Block b;
    do {
      b = free.get();
      if (b == null) {
        long at = top.getAndAdd(bytes);
        return at + bytes <= size ? at : -1;
      }
    } while (!free.compareAndSet(b, b.next()));
    return b.address();
  }

  public void free(long address) {
    free.updateAndGet(top -> new Block(address, top));
  }

  public void log(String what) {
    history.set(history.get() + what); // RACE atomic-compound
  }

  public void logAtomically(String what) {
    history.accumulateAndGet(what, String::concat);
  }

  public void retag(String to) {
    int[] stamp = new int[1];
    String now;
    do {
      now = tag.get(stamp);
    } while (!tag.compareAndSet(now, to, stamp[0], stamp[0] + 1));
  }

  @Override
  protected void deallocate() {
    free.set(null);
    top.set(0);
  }
}
