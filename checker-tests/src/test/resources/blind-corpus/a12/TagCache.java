package org.pantry.cache;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Keys by tag, so that a tag can be dropped as a whole. */
public class TagCache {
  private final ConcurrentMap<String, Set<String>> keysByTag = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, byte[]> values = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> tagsByKey = new ConcurrentHashMap<>();

  public void put(String key, byte[] value, Set<String> tags) {
    values.put(key, value);
    for (String tag : tags) {
      Set<String> keys = keysByTag.get(tag);
      if (keys == null) {
        Set<String> fresh = ConcurrentHashMap.newKeySet();
        keys = keysByTag.putIfAbsent(tag, fresh);
        if (keys == null) {
          keys = fresh;
        }
      }
      keys.add(key); // MAYBE
    }
    tagsByKey.putIfAbsent(key, new HashSet<>());
    tagsByKey.get(key).addAll(tags); // RACE unsafe-collection
  }

  public byte[] get(String key) {
    return values.get(key);
  }

  public int drop(String tag) {
    Set<String> keys = keysByTag.remove(tag);
    int n = 0;
    if (keys != null) {
      for (String k : keys) {
        if (values.remove(k) != null) {
          n++;
        }
      }
    }
    return n;
  }

  public boolean replaceIfShorter(String key, byte[] value) {
    for (;;) {
      byte[] old = values.get(key);
      if (old == null) {
        if (values.putIfAbsent(key, value) == null) {
          return true;
        }
      } else if (old.length <= value.length) {
        return false;
      } else if (values.replace(key, old, value)) {
        return true;
      }
    }
  }

  public void append(String key, byte[] more) {
    byte[] old = values.get(key); // RACE check-then-act #1
    byte[] joined = new byte[(old == null ? 0 : old.length) + more.length];
    if (old != null) {
      System.arraycopy(old, 0, joined, 0, old.length);
    }
    System.arraycopy(more, 0, joined, joined.length - more.length, more.length);
    values.put(key, joined); // RACE check-then-act #1
  }
}
