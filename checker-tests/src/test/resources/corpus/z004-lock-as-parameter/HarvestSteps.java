package wine.terroir.harvest;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Grapes of one slope. The lock comes with the slope, and is handed on from step to step. */
final class Slope {
  final Lock lock = new ReentrantLock();
  final String name;
  int baskets;
  int litres;
  int samples;

  Slope(String name) {
    this.name = name;
  }
}

/** Static helpers that get the lock, or what has it, as a parameter. */
final class HarvestSteps {
  private HarvestSteps() {}

  static void pick(Slope slope, int count) {
    locked(slope.lock, () -> slope.baskets += count);
  }

  static void press(Slope slope, Lock held) {
    held.lock();
    try {
      squeeze(slope);
    } finally {
      held.unlock();
    }
  }

  private static void squeeze(Slope slope) {
    if (slope.baskets > 0) {
      slope.baskets--;
      slope.litres += 18;
    }
  }

  static void sample(Slope slope, Lock held) {
    held.lock();
    try {
      slope.samples++; // RACE wrong-lock #1
    } finally {
      held.unlock();
    }
  }

  /** Locks the slope that is given first and changes the second, too. */
  static void blend(Slope into, Slope from) {
    into.lock.lock();
    try {
      int litres = from.litres; // RACE wrong-lock #2
      into.litres += litres;
      from.litres = 0; // RACE wrong-lock #2
    } finally {
      into.lock.unlock();
    }
  }

  static void locked(Lock lock, Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }
}
