package io.toggler;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Feature flags with lazily computed rollouts. */
public class FeatureFlags {
  static final class Rollout {
    private int percent;
    private int exposures;

    Rollout(int percent) {
      this.percent = percent;
    }
  }

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, Rollout> rollouts = new HashMap<>();
  private final TreeSet<String> unknown = new TreeSet<>();
  private boolean cacheValid;
  private String cached = "";

  public int expose(String flag) {
    Rollout r;
    lock.readLock().lock();
    try {
      r = rollouts.get(flag); // RACE split-lock #1
    } finally {
      lock.readLock().unlock();
    }
    if (r == null) {
      r = new Rollout(10);
      lock.writeLock().lock();
      try {
        rollouts.put(flag, r); // RACE split-lock #1
      } finally {
        lock.writeLock().unlock();
      }
    }
    lock.writeLock().lock();
    try {
      r.exposures++;
      return r.percent;
    } finally {
      lock.writeLock().unlock();
    }
  }

  public int exposeRechecked(String flag) {
    lock.readLock().lock();
    Rollout r;
    try {
      r = rollouts.get(flag);
    } finally {
      lock.readLock().unlock();
    }
    lock.writeLock().lock();
    try {
      if (r == null) {
        r = rollouts.get(flag);
        if (r == null) {
          r = new Rollout(10);
          rollouts.put(flag, r);
        }
      }
      r.exposures++;
      return r.percent;
    } finally {
      lock.writeLock().unlock();
    }
  }

  public void raise(String flag, int by) {
    int now;
    lock.readLock().lock();
    try {
      Rollout r = rollouts.get(flag);
      if (r == null) {
        return;
      }
      now = r.percent; // RACE split-lock #2
    } finally {
      lock.readLock().unlock();
    }
    lock.writeLock().lock();
    try {
      rollouts.get(flag).percent = Math.min(100, now + by); // RACE split-lock #2
      cacheValid = false;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** The pattern of the javadoc: release, acquire, look again, downgrade. */
  public String render() {
    lock.readLock().lock();
    if (!cacheValid) {
      lock.readLock().unlock();
      lock.writeLock().lock();
      try {
        if (!cacheValid) {
          StringBuilder sb = new StringBuilder();
          rollouts.forEach((k, v) -> sb.append(k).append('=').append(v.percent).append(';'));
          cached = sb.toString();
          cacheValid = true;
        }
        lock.readLock().lock();
      } finally {
        lock.writeLock().unlock();
      }
    }
    try {
      return cached;
    } finally {
      lock.readLock().unlock();
    }
  }

  public void missing(String flag) {
    lock.readLock().lock();
    try {
      unknown.add(flag); // RACE wrong-lock
    } finally {
      lock.readLock().unlock();
    }
  }
}
