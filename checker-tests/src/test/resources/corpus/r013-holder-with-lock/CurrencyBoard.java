package exchange.rialto.board;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Rates on the board: many read, few write; a library class without threads of its own. */
public class CurrencyBoard {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, Double> rates = new LinkedHashMap<>(32, 0.75f);
  /** In access order: looking something up moves it. */
  private final Map<String, Double> recent = new LinkedHashMap<>(32, 0.75f, true);
  private volatile Map<String, Double> published = Map.of();
  private int updates;
  private int reads;
  private double spread = 0.01;

  public void update(String pair, double rate) {
    lock.writeLock().lock();
    try {
      rates.put(pair, rate * (1 + spread));
      recent.put(pair, rate);
      updates++;
      published = Collections.unmodifiableMap(new HashMap<>(rates));
    } finally {
      lock.writeLock().unlock();
    }
  }

  public double rate(String pair) {
    lock.readLock().lock();
    try {
      return rates.getOrDefault(pair, 1.0);
    } finally {
      lock.readLock().unlock();
    }
  }

  public double published(String pair) {
    return published.getOrDefault(pair, 1.0);
  }

  /** Counts with the lock that lets all the readers in. */
  public double counted(String pair) {
    lock.readLock().lock();
    try {
      reads++; // RACE wrong-lock
      return rates.getOrDefault(pair, 1.0);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** A get that changes the order of a linked map, under the read lock. */
  public Double recent(String pair) {
    lock.readLock().lock();
    try {
      return recent.get(pair); // MAYBE
    } finally {
      lock.readLock().unlock();
    }
  }

  public void widen(double by) {
    lock.writeLock().lock();
    try {
      spread += by;
      rates.replaceAll((pair, rate) -> rate * (1 + by));
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** The published map is replaced from what was published, outside of the lock. */
  public void withdraw(String pair) {
    Map<String, Double> copy = new HashMap<>(published); // RACE atomic-compound #1
    copy.remove(pair);
    published = copy; // RACE atomic-compound #1
  }

  public String statistics() {
    lock.readLock().lock();
    try {
      return updates + " " + reads + " " + spread;
    } finally {
      lock.readLock().unlock();
    }
  }
}
