package zoo.coralbay.aquarium;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Heating, feeding and light of an aquarium; each has a lock of another kind. */
class AquariumControl {
  private final ReadWriteLock heating = new ReentrantReadWriteLock();
  private final Lock heatingWrite = heating.writeLock();
  private final StampedLock light = new StampedLock();
  private final Semaphore feeding = new Semaphore(1);
  private final List<String> feedings = new ArrayList<>();
  private double celsius = 24;
  private double lumen;
  private int dimmed;
  private int portions;

  void heat(double by) {
    heatingWrite.lock();
    try {
      celsius += by;
    } finally {
      heatingWrite.unlock();
    }
  }

  void cool() {
    Lock write = heating.writeLock();
    write.lock();
    try {
      if (celsius > 26) {
        celsius -= 0.5;
      }
    } finally {
      write.unlock();
    }
  }

  /** Reads with the read lock and decides anew with the write lock. */
  void keepWarm() {
    boolean cold;
    heating.readLock().lock();
    try {
      cold = celsius < 22;
    } finally {
      heating.readLock().unlock();
    }
    if (cold) {
      heatingWrite.lock();
      try {
        if (celsius < 22) {
          celsius = 22;
        }
      } finally {
        heatingWrite.unlock();
      }
    }
  }

  void brighten(double by) {
    long stamp = light.writeLock();
    try {
      lumen += by;
    } finally {
      light.unlockWrite(stamp);
    }
  }

  boolean dim() {
    long stamp = light.tryWriteLock();
    if (stamp == 0) {
      return false;
    }
    try {
      lumen /= 2;
      dimmed++;
      return true;
    } finally {
      light.unlock(stamp);
    }
  }

  void feed(String fish) throws InterruptedException {
    feeding.acquire();
    try {
      feedings.add(fish);
      portions++;
    } finally {
      feeding.release();
    }
  }

  boolean feedSoon(String fish) throws InterruptedException {
    if (!feeding.tryAcquire(1, TimeUnit.SECONDS)) {
      return false;
    }
    try {
      portions += 2;
      return feedings.add(fish);
    } finally {
      feeding.release();
    }
  }

  void start(ScheduledExecutorService timer) {
    timer.scheduleAtFixedRate(() -> heat(0.1), 0, 1, TimeUnit.MINUTES);
    timer.scheduleAtFixedRate(this::cool, 0, 2, TimeUnit.MINUTES);
    timer.scheduleAtFixedRate(this::keepWarm, 0, 3, TimeUnit.MINUTES);
    timer.scheduleAtFixedRate(() -> brighten(5), 0, 1, TimeUnit.HOURS);
    timer.scheduleAtFixedRate(this::dim, 0, 1, TimeUnit.HOURS);
    for (String fish : List.of("clownfish", "seahorse", "goby")) {
      timer.submit(
          () -> {
            feed(fish);
            return feedSoon(fish);
          });
    }
  }
}
