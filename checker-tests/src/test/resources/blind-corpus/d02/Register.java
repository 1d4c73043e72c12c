package com.till.money;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Cash registers of a shop share a journal; the lock is handed down. */
final class Register {
  private static final class Journal {
    private final Lock lock;
    private final List<Money> entries = new ArrayList<>();
    private Money sum = new Money(0, "EUR");
    private int voids;

    Journal(Lock lock) {
      this.lock = lock;
    }

    Lock lock() {
      return lock;
    }

    void enter(Money m) {
      entries.add(m);
      sum = sum.plus(m);
    }

    void voidLast() {
      if (!entries.isEmpty()) {
        Money m = entries.remove(entries.size() - 1);
        sum = sum.plus(new Money(-m.cents(), m.currency()));
        voids++;
      }
    }
  }

  private final Journal journal;
  private final Lock shopLock;
  private final Map<String, Integer> articles = new HashMap<>();
  private int receipts;

  private Register(Journal journal, Lock shopLock) {
    this.journal = journal;
    this.shopLock = shopLock;
  }

  private int sell(List<String> basket) {
    long cents = 0;
    for (String a : basket) {
      cents += 100L * a.length();
      articles.merge(a, 1, Integer::sum);
    }
    Lock l = journal.lock();
    l.lock();
    try {
      journal.enter(new Money(cents, "EUR"));
    } finally {
      l.unlock();
    }
    receipts++;
    if (cents == 0) {
      undo();
    }
    return receipts;
  }

  private void undo() {
    shopLock.lock();
    try {
      journal.voidLast();
    } finally {
      shopLock.unlock();
    }
  }

  static String day(List<List<List<String>>> queues) throws Exception {
    Lock lock = new ReentrantLock(true);
    Journal journal = new Journal(lock);
    ExecutorService shop = Executors.newFixedThreadPool(queues.size());
    List<Future<Integer>> ends = new ArrayList<>();
    for (List<List<String>> queue : queues) {
      Register r = new Register(journal, lock);
      ends.add(shop.submit(() -> {
        int last = 0;
        for (List<String> basket : queue) {
          last = r.sell(basket);
        }
        return last;
      }));
    }
    int receipts = 0;
    for (Future<Integer> e : ends) {
      receipts += e.get();
    }
    shop.shutdown();
    journal.enter(new Money(0, "EUR"));
    return receipts + " receipts, " + journal.sum + ", " + journal.voids + " voids";
  }
}
