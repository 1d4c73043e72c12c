package lot;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** Counts cars with a semaphore, places them under a monitor, charges them with atomics. */
public class Garage {
  private final Semaphore spaces;
  private final BitSet taken = new BitSet();
  private final Map<String, Integer> placeOf = new HashMap<>();
  private final AtomicLong earned = new AtomicLong();
  private int entries;
  private int lostTickets;

  public Garage(int size) {
    spaces = new Semaphore(size);
  }

  public int enter(String plate) throws InterruptedException {
    spaces.acquire();
    return place(plate);
  }

  private int place(String plate) {
    synchronized (taken) {
      int free = taken.nextClearBit(0);
      taken.set(free);
      placeOf.put(plate, free);
      entries++;
      return free;
    }
  }

  public boolean leave(String plate, long minutes) {
    synchronized (taken) {
      Integer place = placeOf.remove(plate);
      if (place == null) {
        lostTickets++;
        return false;
      }
      taken.clear(place);
    }
    spaces.release();
    earned.addAndGet(minutes * 2);
    return true;
  }

  public long withdraw(long keep) {
    long[] taken = new long[1];
    earned.updateAndGet(v -> {
      taken[0] = Math.max(0, v - keep);
      return v - taken[0];
    });
    return taken[0];
  }
}
