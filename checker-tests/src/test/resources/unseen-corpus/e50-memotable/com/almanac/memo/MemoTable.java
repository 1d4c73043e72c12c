package com.almanac.memo;

import java.util.IdentityHashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.Collections;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Several kinds of look-aside tables behind one facade. All of it is shared by request threads. */
public class MemoTable<K, V> {
  private final Map<K, V> strong;
  private final Map<K, V> weak = Collections.synchronizedMap(new WeakHashMap<>());
  private final Map<Object, Integer> identities = new IdentityHashMap<>();
  private final Map<String, String> names = new Hashtable<>();
  private final Vector<String> log = new Vector<>();
  private final Function<K, V> function;
  private int nextIdentity;

  public MemoTable(Function<K, V> function) {
    this.function = function;
    this.strong = new ConcurrentHashMap<>();
  }

  public V get(K key) {
    return strong.computeIfAbsent(key, function);
  }

  public V getWeak(K key) {
    synchronized (weak) {
      V v = weak.get(key);
      if (v == null) {
        v = function.apply(key);
        weak.put(key, v);
      }
      return v;
    }
  }

  public int identity(Object o) {
    synchronized (identities) {
      Integer id = identities.get(o);
      if (id == null) {
        id = nextIdentity++;
        identities.put(o, id);
      }
      return id;
    }
  }

  public void name(String key, String name) {
    names.put(key, name);
    log.add(key + '=' + name);
  }

  public String nameOnce(String key, String name) {
    String old = names.putIfAbsent(key, name);
    return old != null ? old : name;
  }

  /** Keys move from one table to the other; nothing is decided on the table that is changed. */
  public void demote(K key) {
    V v = strong.remove(key);
    if (v != null) {
      weak.put(key, v);
    }
  }

  public int purgeLog() {
    synchronized (log) {
      int n = log.size();
      if (n > 100) {
        log.subList(0, n - 100).clear();
      }
      return log.size();
    }
  }
}
