package kv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Counters spread over shards, a lock for each. */
public class ShardedCounters {
  private static final int SHARDS = 16;

  private static final class Shard {
    final ReentrantLock lock = new ReentrantLock();
    final Map<String, Long> counts = new HashMap<>();
    long total;
  }

  private final Shard[] shards = new Shard[SHARDS];
  private final Object[] locks = new Object[SHARDS];
  private final long[] bytes = new long[SHARDS];

  public ShardedCounters() {
    for (int i = 0; i < SHARDS; i++) {
      shards[i] = new Shard();
      locks[i] = new Object();
    }
  }

  private static int spread(Object key) {
    int h = key.hashCode();
    return (h ^ (h >>> 16)) & (SHARDS - 1);
  }

  public long add(String key, long n) {
    Shard s = shards[spread(key)];
    s.lock.lock();
    try {
      long now = s.counts.getOrDefault(key, 0L) + n;
      s.counts.put(key, now);
      s.total += n;
      return now;
    } finally {
      s.lock.unlock();
    }
  }

  public void stored(String key, int size) {
    int i = spread(key);
    synchronized (locks[i]) {
      bytes[i] += size;
    }
  }

  public long total() {
    long sum = 0;
    for (Shard s : shards) {
      s.lock.lock();
      try {
        sum += s.total;
      } finally {
        s.lock.unlock();
      }
    }
    return sum;
  }

  /** Takes all locks in order, then moves everything to the first shard. */
  public void collapse(String key) {
    List<Shard> held = new ArrayList<>();
    for (Shard s : shards) {
      s.lock.lock();
      held.add(s);
    }
    try {
      long sum = 0;
      for (Shard s : shards) {
        Long n = s.counts.remove(key);
        if (n != null) {
          sum += n;
          s.total -= n;
        }
      }
      Shard first = shards[spread(key)];
      first.counts.put(key, sum);
      first.total += sum;
    } finally {
      for (Shard s : held) {
        s.lock.unlock();
      }
    }
  }
}
