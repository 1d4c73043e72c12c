package com.risewell.elevators;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/** The company's own mutex, with its own words. */
class Mutex {
  private final ReentrantLock delegate = new ReentrantLock();

  void acquire() {
    delegate.lock();
  }

  boolean acquireIfFree() {
    return delegate.tryLock();
  }

  void release() {
    delegate.unlock();
  }
}

/** Another wrapper: of a semaphore, and with a name that says nothing. */
class Turn {
  private final Semaphore one = new Semaphore(1);

  void begin() {
    one.acquireUninterruptibly();
  }

  void end() {
    one.release();
  }
}

/** Has the same words, but locks nothing: it only measures. */
class Probe {
  private final ThreadLocal<Long> since = ThreadLocal.withInitial(System::nanoTime);

  void begin() {
    since.set(System.nanoTime());
  }

  long end() {
    return System.nanoTime() - since.get();
  }
}

class ElevatorBank {
  private final Mutex mutex = new Mutex();
  private final Turn turn = new Turn();
  private final Probe probe = new Probe();
  private final List<Integer> calls = new ArrayList<>();
  private int trips;
  private int doors;
  private int alarms;
  private int skipped;

  void call(int floor) {
    mutex.acquire();
    try {
      calls.add(floor);
      trips++;
    } finally {
      mutex.release();
    }
  }

  boolean callIfFree(int floor) {
    if (!mutex.acquireIfFree()) {
      skipped++; // RACE rmw
      return false;
    }
    try {
      calls.add(floor);
      trips++;
      return true;
    } finally {
      mutex.release();
    }
  }

  void door() {
    turn.begin();
    try {
      doors++;
    } finally {
      turn.end();
    }
  }

  void alarm() {
    probe.begin();
    try {
      alarms++; // RACE rmw
    } finally {
      probe.end();
    }
  }

  int faults() {
    return alarms + skipped;
  }

  void rushHour(ExecutorService cabins, int people) {
    for (int i = 0; i < people; i++) {
      int floor = i % 30;
      cabins.execute(() -> call(floor));
      cabins.execute(() -> callIfFree(floor));
      cabins.execute(this::door);
      cabins.execute(this::alarm);
    }
  }
}
