package garden.botanica.catalogue;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Looked up by many, edited by few. */
class HerbCatalogue {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, String> herbs = new TreeMap<>();
  private final Map<String, Integer> popularity = new HashMap<>();
  private int lookups;
  private int edits;
  private String lastLookup = "";

  /** Many threads may be in here at once. */
  String find(String name) {
    lock.readLock().lock();
    try {
      lookups++; // RACE wrong-lock
      popularity.merge(name, 1, Integer::sum); // RACE wrong-lock
      lastLookup = name; // MAYBE
      return herbs.get(name);
    } finally {
      lock.readLock().unlock();
    }
  }

  void edit(String name, String text) {
    lock.writeLock().lock();
    try {
      herbs.put(name, text);
      edits++;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Lets the write lock go too early. */
  void editQuietly(String name, String text) {
    lock.writeLock().lock();
    try {
      herbs.put(name, text);
    } finally {
      lock.readLock().lock();
      lock.writeLock().unlock();
    }
    try {
      edits++; // RACE wrong-lock
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Downgrades: all changes are made before the write lock goes. */
  String editAndShow(String name, String text) {
    lock.writeLock().lock();
    try {
      herbs.put(name, text);
      edits++;
      lock.readLock().lock();
    } finally {
      lock.writeLock().unlock();
    }
    try {
      return herbs.get(name) + " (" + edits + ")";
    } finally {
      lock.readLock().unlock();
    }
  }

  String statistics() {
    lock.readLock().lock();
    try {
      return lookups + " lookups, " + edits + " edits, last " + lastLookup;
    } finally {
      lock.readLock().unlock();
    }
  }

  void serve(ExecutorService web, String... names) {
    for (String name : names) {
      web.execute(() -> find(name));
      web.execute(() -> edit(name, "..."));
      web.execute(() -> editQuietly(name, "..."));
      web.execute(() -> editAndShow(name, "..."));
    }
  }
}
