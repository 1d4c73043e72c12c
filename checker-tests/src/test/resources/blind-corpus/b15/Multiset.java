package org.genericum.collect;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** A bag over a concurrent map. */
public class Multiset<E> {
  private final Map<E, Integer> counts = new ConcurrentHashMap<>();

  public int count(E e) {
    return counts.getOrDefault(e, 0);
  }

  public void setCount(E e, int n) {
    if (n == 0) {
      counts.remove(e);
    } else {
      counts.put(e, n);
    }
  }

  public int add(E e) {
    return counts.merge(e, 1, Integer::sum);
  }

  public int add(E e, int n) {
    for (;;) {
      Integer old = counts.get(e);
      if (old == null) {
        if (counts.putIfAbsent(e, n) == null) {
          return n;
        }
      } else if (counts.replace(e, old, old + n)) {
        return old + n;
      }
    }
  }

  public boolean removeOne(E e) {
    Integer old = counts.get(e); // RACE check-then-act #2
    if (old == null) {
      return false;
    }
    if (old == 1) {
      counts.remove(e); // RACE check-then-act #2
    } else {
      counts.put(e, old - 1); // RACE check-then-act #2
    }
    return true;
  }

  public void transform(BiFunction<? super E, Integer, Integer> f) {
    counts.replaceAll(f);
  }

  public Set<E> elements() {
    return counts.keySet();
  }
}
