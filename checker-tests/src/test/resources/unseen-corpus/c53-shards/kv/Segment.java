package kv;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/** A segment which is its own lock, as in older hash maps. */
final class Segment extends ReentrantLock {
  private static final long serialVersionUID = 1L;
  private transient String[] keys = new String[8];
  private transient long[] values = new long[8];
  private transient volatile int count;
  private transient int modCount;

  void put(String key, long value) {
    lock();
    try {
      for (int i = 0; i < count; i++) {
        if (keys[i].equals(key)) {
          values[i] = value;
          modCount++;
          return;
        }
      }
      if (count == keys.length) {
        grow();
      }
      keys[count] = key;
      values[count] = value;
      modCount++;
      count++;
    } finally {
      unlock();
    }
  }

  private void grow() {
    keys = Arrays.copyOf(keys, keys.length * 2);
    values = Arrays.copyOf(values, values.length * 2);
  }

  void removeLast() {
    lock();
    try {
      if (count > 0) {
        keys[count - 1] = null;
        modCount++;
        count--;
      }
    } finally {
      unlock();
    }
  }

  int size() {
    return count;
  }
}
