package toll;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Booths, lanes and the takings. */
public class Plaza {
  private final Booth[] booths = {new Booth(), new Booth(), new Booth()};
  private final LaneCounter lanes = new LaneCounter();
  private final ReadWriteLock rw = new ReentrantReadWriteLock();
  private long takings;
  private int collections;
  private int skipped;

  void collect() {
    for (Booth b : booths) {
      b.lock().lock();
      try {
        bank(b.empty());
      } finally {
        b.lock().unlock();
      }
    }
  }

  private void bank(int amount) {
    locked(rw.writeLock(), () -> {
      takings += amount;
      collections++;
    });
  }

  private static void locked(Lock lock, Runnable body) {
    lock.lock();
    try {
      body.run();
    } finally {
      lock.unlock();
    }
  }

  boolean correct(long by) throws InterruptedException {
    Lock w = rw.writeLock();
    if (w.tryLock(50, TimeUnit.MILLISECONDS)) {
      try {
        takings += by;
        return true;
      } finally {
        w.unlock();
      }
    }
    return false;
  }

  boolean skip() {
    if (!rw.writeLock().tryLock()) {
      return false;
    }
    try {
      if (skipped < 100) {
        skipped++;
      }
      return true;
    } finally {
      rw.writeLock().unlock();
    }
  }

  public void open(int cars) {
    for (int i = 0; i < booths.length; i++) {
      Booth b = booths[i];
      int lane = i;
      new Thread(() -> {
        for (int c = 0; c < cars; c++) {
          b.pay(3);
          switch (lane) {
            case 0 -> lanes.northToMiddle(1);
            case 1 -> lanes.middleToSouth(1);
            default -> lanes.northToSouth(1);
          }
        }
        collect();
        skip();
      }).start();
    }
  }
}
