package com.termbase.glossary;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Terms and their translations; unknown terms are fetched and remembered. */
class GlossaryServer {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, String> terms = new HashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();
  private int next = 1;

  /** Two threads miss, two numbers are given, one is lost. */
  String idOf(String term) {
    lock.readLock().lock();
    try {
      String id = terms.get(term); // RACE split-lock #1
      if (id != null) {
        return id;
      }
    } finally {
      lock.readLock().unlock();
    }
    lock.writeLock().lock();
    try {
      String id = "T" + next++;
      terms.put(term, id); // RACE split-lock #1
      return id;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Counts from a value that was read under the read lock. */
  void used(String term) {
    int before;
    lock.readLock().lock();
    try {
      before = uses.getOrDefault(term, 0); // RACE split-lock #2
    } finally {
      lock.readLock().unlock();
    }
    lock.writeLock().lock();
    try {
      uses.put(term, before + 1); // RACE split-lock #2
    } finally {
      lock.writeLock().unlock();
    }
  }

  void serve(ExecutorService web, String... asked) {
    for (String term : asked) {
      web.submit(() -> idOf(term));
      web.execute(() -> used(term));
    }
  }
}

/** Looks again once it has the write lock. */
class RecheckingGlossary {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, String> terms = new HashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();
  private int next = 1;

  String idOf(String term) {
    lock.readLock().lock();
    try {
      String id = terms.get(term);
      if (id != null) {
        return id;
      }
    } finally {
      lock.readLock().unlock();
    }
    lock.writeLock().lock();
    try {
      String id = terms.get(term);
      if (id == null) {
        id = "T" + next++;
        terms.put(term, id);
      }
      return id;
    } finally {
      lock.writeLock().unlock();
    }
  }

  void used(String term) {
    lock.readLock().lock();
    boolean known = terms.containsKey(term);
    lock.readLock().unlock();
    if (known) {
      lock.writeLock().lock();
      try {
        uses.merge(term, 1, Integer::sum);
      } finally {
        lock.writeLock().unlock();
      }
    }
  }

  void serve(ExecutorService web, String... asked) {
    for (String term : asked) {
      web.submit(() -> idOf(term));
      web.execute(() -> used(term));
    }
  }
}
