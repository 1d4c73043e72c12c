package rail.nachtzug.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import rail.nachtzug.model.Train;

/** Holds the trains and one lock for each of them. */
public class TrainDesk {
  /** A train and its lock, which never part. */
  private static final class Entry {
    final Lock lock = new ReentrantLock();
    final Train train = new Train();
    int requests;
  }

  private final ConcurrentHashMap<String, Entry> trains = new ConcurrentHashMap<>();
  private final Map<String, Integer> unknown = new HashMap<>();

  private Entry entry(String name) {
    return trains.computeIfAbsent(
        name,
        n -> {
          Entry entry = new Entry();
          entry.train.addCarriage("21");
          entry.train.addCarriage("22");
          entry.requests = 1;
          return entry;
        });
  }

  /** Runs the function with the lock of the train. */
  public <R> R with(String name, Function<Train, R> function) {
    Entry entry = entry(name);
    entry.lock.lock();
    try {
      entry.requests++;
      return function.apply(entry.train);
    } finally {
      entry.lock.unlock();
    }
  }

  /** For callers that must not wait. */
  public <R> R tryWith(String name, Function<Train, R> function, R otherwise) {
    Entry entry = trains.get(name);
    if (entry == null) {
      synchronized (unknown) {
        unknown.merge(name, 1, Integer::sum);
      }
      return otherwise;
    }
    if (!entry.lock.tryLock()) {
      return otherwise;
    }
    try {
      entry.requests++;
      return function.apply(entry.train);
    } finally {
      entry.lock.unlock();
    }
  }

  public int unknown() {
    synchronized (unknown) {
      return unknown.size();
    }
  }
}
