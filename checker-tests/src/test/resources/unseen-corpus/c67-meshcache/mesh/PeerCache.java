package mesh;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Remembers answers of peers; gives up quickly under contention. */
class PeerCache {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, String> answers = new HashMap<>();
  private int stored;
  private int skipped;
  private int lookups;

  String lookup(String key) {
    lock.lock();
    try {
      lookups++;
      return answers.get(key);
    } finally {
      lock.unlock();
    }
  }

  void store(String key, String answer) {
    boolean locked = lock.tryLock();
    try {
      if (locked) {
        answers.put(key, answer);
        stored++;
      } else {
        skipped++; // RACE wrong-lock
      }
    } finally {
      if (locked) {
        lock.unlock();
      }
    }
  }

  boolean storeStrict(String key, String answer) {
    if (lock.tryLock()) {
      try {
        if (answers.putIfAbsent(key, answer) == null) {
          stored++;
        }
        return true;
      } finally {
        lock.unlock();
      }
    }
    return false;
  }

  void forget(String key) {
    lock.lock();
    boolean known = answers.containsKey(key);
    lock.unlock();
    if (known) {
      answers.remove(key); // RACE wrong-lock
    }
  }

  String stats() {
    lock.lock();
    try {
      return stored + "/" + lookups + "/" + skipped;
    } finally {
      lock.unlock();
    }
  }
}
