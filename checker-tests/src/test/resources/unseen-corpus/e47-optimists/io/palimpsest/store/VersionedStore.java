package io.palimpsest.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.function.UnaryOperator;

/** Optimistic concurrency: every change names the version it was made from. */
public final class VersionedStore {
  record Doc(long version, String text) {}

  private final ConcurrentMap<String, Doc> docs = new ConcurrentHashMap<>();
  private final ConcurrentSkipListMap<Long, String> journal = new ConcurrentSkipListMap<>();
  private final AtomicStampedReference<String> title = new AtomicStampedReference<>("", 0);

  public Doc update(String key, UnaryOperator<String> change) {
    for (;;) {
      Doc old = docs.get(key);
      if (old == null) {
        Doc first = new Doc(1, change.apply(""));
        if (docs.putIfAbsent(key, first) == null) {
          return first;
        }
        continue;
      }
      Doc next = new Doc(old.version() + 1, change.apply(old.text()));
      if (docs.replace(key, old, next)) {
        return next;
      }
    }
  }

  public boolean save(String key, long expected, String text) {
    boolean[] saved = new boolean[1];
    docs.compute(key, (k, d) -> {
      long v = d == null ? 0 : d.version();
      if (v != expected) {
        return d;
      }
      saved[0] = true;
      return new Doc(v + 1, text);
    });
    return saved[0];
  }

  public long journal(String line) {
    long n = 1;
    Map.Entry<Long, String> last = journal.lastEntry();
    if (last != null) {
      n = last.getKey() + 1;
    }
    while (journal.putIfAbsent(n, line) != null) {
      n++;
    }
    return n;
  }

  public void retitle(UnaryOperator<String> f) {
    int[] stamp = new int[1];
    String old;
    do {
      old = title.get(stamp);
    } while (!title.compareAndSet(old, f.apply(old), stamp[0], stamp[0] + 1));
  }

  public Map.Entry<Long, String> takeOldest() {
    return journal.pollFirstEntry();
  }
}
