package io.ferrite.kernel;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

/** Spins until the flag could be turned. */
final class SpinLock {
  private final AtomicBoolean taken = new AtomicBoolean();

  void lock() {
    while (!taken.compareAndSet(false, true)) {
      Thread.onSpinWait();
    }
  }

  boolean tryLock() {
    return !taken.getAndSet(true);
  }

  void unlock() {
    taken.set(false);
  }
}

/** Looks first and turns the flag afterwards: two threads can both see it free. */
final class LooseSpinLock {
  private final AtomicBoolean taken = new AtomicBoolean();

  void lock() {
    while (taken.get()) { // RACE atomic-compound #1
      Thread.onSpinWait();
    }
    taken.set(true); // RACE atomic-compound #1
  }

  void unlock() {
    taken.set(false);
  }
}

/** Counters that are updated for a few nanoseconds at a time. */
class MicroKernelStats {
  private final SpinLock spin = new SpinLock();
  private final LooseSpinLock loose = new LooseSpinLock();
  private final AtomicBoolean inline = new AtomicBoolean();
  private long syscalls;
  private long faults;
  private long switches;
  private long[] latency = new long[8];

  void syscall(long nanos) {
    spin.lock();
    try {
      syscalls++;
      latency[Math.min(7, (int) (nanos >> 10))]++;
    } finally {
      spin.unlock();
    }
  }

  boolean grow() {
    if (!spin.tryLock()) {
      return false;
    }
    try {
      latency = java.util.Arrays.copyOf(latency, latency.length * 2);
      return true;
    } finally {
      spin.unlock();
    }
  }

  /** What the loose lock lets through is counted once for two. */
  void fault() {
    loose.lock();
    try {
      faults++; // MAYBE
    } finally {
      loose.unlock();
    }
  }

  /** The same spin, written out. */
  void contextSwitch() {
    while (!inline.compareAndSet(false, true)) {
      Thread.yield();
    }
    switches++;
    inline.set(false);
  }

  void boot(ExecutorService cpus) {
    for (int cpu = 0; cpu < 8; cpu++) {
      long nanos = 900L * cpu;
      cpus.execute(() -> syscall(nanos));
      cpus.execute(this::fault);
      cpus.execute(this::grow);
      cpus.execute(this::contextSwitch);
    }
  }
}
