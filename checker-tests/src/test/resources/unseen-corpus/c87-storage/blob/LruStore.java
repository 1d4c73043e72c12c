package blob;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Least recently used first; even a get reorders the map. */
final class LruStore extends AbstractStore<String, byte[]> {
  private final Map<String, byte[]> map = new LinkedHashMap<>(16, 0.75f, true);
  private int hits;
  private int misses;
  private int evictions;

  @Override
  protected byte[] doPut(String key, byte[] value) {
    return map.put(key, value);
  }

  @Override
  protected byte[] doGet(String key) {
    byte[] v = map.get(key);
    if (v == null) {
      misses++;
    } else {
      hits++;
    }
    return v;
  }

  @Override
  protected long sizeOf(byte[] value) {
    return value.length;
  }

  @Override
  protected long evictOne() {
    Iterator<byte[]> it = map.values().iterator();
    byte[] eldest = it.next();
    it.remove();
    evictions++;
    return eldest.length;
  }

  @Override
  protected long limit() {
    return 1 << 20;
  }

  String statistics() {
    return exclusively(() -> {
      String s = hits + "/" + misses + "/" + evictions + "/" + puts;
      hits = 0;
      misses = 0;
      return s;
    });
  }

  boolean rename(String from, String to) {
    return exclusively(() -> {
      if (!map.containsKey(from) || map.containsKey(to)) {
        return false;
      }
      map.put(to, map.remove(from));
      return true;
    });
  }
}
