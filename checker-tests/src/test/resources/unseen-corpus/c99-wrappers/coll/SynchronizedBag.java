package coll;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/** A bag and its views lock the mutex they were given. */
public class SynchronizedBag<T> implements Bag<T> {
  private final Bag<T> bag;
  private final Object mutex;
  private int operations;

  public SynchronizedBag(Bag<T> bag) {
    this.bag = bag;
    this.mutex = this;
  }

  SynchronizedBag(Bag<T> bag, Object mutex) {
    this.bag = bag;
    this.mutex = mutex;
  }

  @Override
  public int add(T item) {
    synchronized (mutex) {
      operations++;
      return bag.add(item);
    }
  }

  @Override
  public boolean remove(T item) {
    synchronized (mutex) {
      operations++;
      return bag.remove(item);
    }
  }

  @Override
  public int count(T item) {
    synchronized (mutex) {
      return bag.count(item);
    }
  }

  @Override
  public void each(ObjIntConsumer<T> action) {
    synchronized (mutex) {
      bag.each(action);
    }
  }

  /** Moves between two bags with the same mutex. */
  boolean moveTo(SynchronizedBag<T> other, T item) {
    synchronized (mutex) {
      if (other.mutex != mutex || !bag.remove(item)) {
        return false;
      }
      other.add(item);
      operations++;
      return true;
    }
  }

  static final class HashBag<T> implements Bag<T> {
    private final Map<T, Integer> counts = new HashMap<>();
    private int size;

    @Override
    public int add(T item) {
      size++;
      int n = counts.containsKey(item) ? counts.get(item) + 1 : 1;
      counts.put(item, n);
      return n;
    }

    @Override
    public boolean remove(T item) {
      Integer n = counts.get(item);
      if (n == null) {
        return false;
      }
      if (n == 1) {
        counts.remove(item);
      } else {
        counts.put(item, n - 1);
      }
      size--;
      return true;
    }

    @Override
    public int count(T item) {
      return counts.getOrDefault(item, 0);
    }

    @Override
    public void each(ObjIntConsumer<T> action) {
      counts.forEach(action::accept);
    }
  }
}
