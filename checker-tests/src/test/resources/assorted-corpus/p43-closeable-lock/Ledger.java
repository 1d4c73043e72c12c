package fi.kirja.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Locks in the ways that do not look like locks. */
public class Ledger {

  static final class CloseableLock implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock(true);

    CloseableLock open() {
      lock.lock();
      return this;
    }

    @Override
    public void close() {
      lock.unlock();
    }
  }

  private final CloseableLock entriesLock = new CloseableLock();
  private final ReentrantLock accountsLock = new ReentrantLock();

  private final Deque<String> entries = new ArrayDeque<>();
  private final Map<String, Long> accounts = new HashMap<>();
  private int postings;
  private int corrections;

  public int post(String text) {
    try (CloseableLock ignored = entriesLock.open()) {
      entries.addLast(text);
      if (entries.size() > 1000) {
        entries.removeFirst();
      }
      return ++postings;
    }
  }

  public void correct(String text) {
    post("CORR " + text);
    try (var l = entriesLock.open()) {
      corrections++;
    }
  }

  private <T> T locked(Supplier<T> body) {
    accountsLock.lock();
    try {
      return body.get();
    } finally {
      accountsLock.unlock();
    }
  }

  private void locked(Runnable body) {
    locked(() -> {
      body.run();
      return null;
    });
  }

  public void credit(String account, long amount) {
    locked(() -> {
      Long old = accounts.get(account);
      accounts.put(account, old == null ? amount : old + amount);
    });
  }

  public boolean debit(String account, long amount) {
    return locked(() -> {
      long have = accounts.getOrDefault(account, 0L);
      if (have < amount) {
        return false;
      }
      accounts.put(account, have - amount);
      return true;
    });
  }

  public List<String> recent() {
    try (CloseableLock ignored = entriesLock.open()) {
      return new ArrayList<>(entries);
    }
  }

  public long balance(String account) {
    return locked(() -> accounts.getOrDefault(account, 0L));
  }
}
