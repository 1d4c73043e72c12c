package quorum;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The replicated log. */
class Log {
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final List<String> entries = new ArrayList<>();
  private volatile int committed;
  private int truncations;

  int append(String e) {
    rw.writeLock().lock();
    try {
      entries.add(e);
      return entries.size() - 1;
    } finally {
      rw.writeLock().unlock();
    }
  }

  void commit(int upTo) {
    rw.writeLock().lock();
    try {
      if (upTo > committed) {
        committed = Math.min(upTo, entries.size());
      }
    } finally {
      rw.writeLock().unlock();
    }
  }

  void truncate(int from) {
    rw.writeLock().lock();
    try {
      while (entries.size() > Math.max(from, committed)) {
        entries.remove(entries.size() - 1);
        truncations++;
      }
    } finally {
      rw.writeLock().unlock();
    }
  }

  String get(int i) {
    rw.readLock().lock();
    try {
      return i < entries.size() ? entries.get(i) : null;
    } finally {
      rw.readLock().unlock();
    }
  }

  int committed() {
    return committed;
  }

  int truncations() {
    rw.readLock().lock();
    try {
      return truncations;
    } finally {
      rw.readLock().unlock();
    }
  }
}
