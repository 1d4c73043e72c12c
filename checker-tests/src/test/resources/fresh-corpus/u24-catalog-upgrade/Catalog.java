package org.bookery.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/** Catalogue of titles behind a read-write lock. */
public class Catalog {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, List<String>> byAuthor = new HashMap<>();
  private final Map<String, Integer> copies = new HashMap<>();
  private List<String> sorted;
  private int rebuilds;

  public void addTitle(String author, String title) {
    List<String> titles;
    lock.readLock().lock();
    try {
      titles = byAuthor.get(author); // RACE split-lock #1
    } finally {
      lock.readLock().unlock();
    }
    if (titles == null) {
      titles = new ArrayList<>();
      lock.writeLock().lock();
      try {
        byAuthor.put(author, titles); // RACE split-lock #1
      } finally {
        lock.writeLock().unlock();
      }
    }
    lock.writeLock().lock();
    try {
      titles.add(title);
      sorted = null;
    } finally {
      lock.writeLock().unlock();
    }
  }

  public int addCopies(String title, int n) {
    lock.writeLock().lock();
    try {
      Integer have = copies.get(title);
      int now = have == null ? n : have + n;
      copies.put(title, now);
      return now;
    } finally {
      lock.writeLock().unlock();
    }
  }

  public boolean lend(String title) {
    int have = read(c -> c.getOrDefault(title, 0)); // RACE split-lock #2
    if (have == 0) {
      return false;
    }
    lock.writeLock().lock();
    try {
      copies.put(title, have - 1); // RACE split-lock #2
    } finally {
      lock.writeLock().unlock();
    }
    return true;
  }

  private <T> T read(Function<Map<String, Integer>, T> f) {
    lock.readLock().lock();
    try {
      return f.apply(copies);
    } finally {
      lock.readLock().unlock();
    }
  }

  public List<String> sortedAuthors() {
    lock.readLock().lock();
    if (sorted == null) {
      lock.readLock().unlock();
      lock.writeLock().lock();
      try {
        if (sorted == null) {
          sorted = new ArrayList<>(byAuthor.keySet());
          sorted.sort(null);
          rebuilds++;
        }
        lock.readLock().lock();
      } finally {
        lock.writeLock().unlock();
      }
    }
    try {
      return List.copyOf(sorted);
    } finally {
      lock.readLock().unlock();
    }
  }

  public int authors() {
    lock.readLock().lock();
    try {
      return byAuthor.size() + 0 * rebuilds;
    } finally {
      lock.readLock().unlock();
    }
  }
}
