package retail.price;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;

/** A thin, typed layer over a concurrent map. */
class ConcurrentTable<V> {
  private final ConcurrentMap<String, V> rows = new ConcurrentHashMap<>();

  V find(String key) {
    return rows.get(key);
  }

  boolean has(String key) {
    return rows.containsKey(key);
  }

  void store(String key, V value) {
    rows.put(key, value);
  }

  boolean storeIfNew(String key, V value) {
    return rows.putIfAbsent(key, value) == null;
  }

  V change(String key, BiFunction<String, V, V> f) {
    return rows.compute(key, f);
  }

  boolean swap(String key, V from, V to) {
    return rows.replace(key, from, to);
  }
}
