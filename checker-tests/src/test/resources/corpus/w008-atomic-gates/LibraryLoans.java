package org.stacks.loans;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Loans of a library. What looks unlocked is behind a gate or inside of compute. */
class LibraryLoans {
  /** Plain, and only touched by the function of its entry. */
  static final class Card {
    private final List<String> books = new ArrayList<>();
    private final Map<String, Integer> renewals = new HashMap<>();
    private int fines;

    Card lend(String book) {
      if (!books.contains(book)) {
        books.add(book);
      }
      return this;
    }

    Card giveBack(String book, int days) {
      if (books.remove(book) && days > 28) {
        fines += days - 28;
      }
      renewals.remove(book);
      return this;
    }

    Card renew(String book) {
      Integer n = renewals.get(book);
      renewals.put(book, n == null ? 1 : n + 1);
      return this;
    }
  }

  private final ConcurrentHashMap<String, Card> cards = new ConcurrentHashMap<>();
  private final AtomicBoolean stocktaking = new AtomicBoolean();
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicReference<Thread> owner = new AtomicReference<>();
  private final Map<String, Integer> shelves = new HashMap<>();
  private int stocktakings;
  private int nights;
  private int moved;

  void lend(String reader, String book) {
    cards.compute(reader, (r, card) -> (card == null ? new Card() : card).lend(book));
  }

  void giveBack(String reader, String book, int days) {
    cards.computeIfPresent(reader, (r, card) -> card.giveBack(book, days));
  }

  void renew(String reader, String book) {
    cards.merge(reader, new Card().renew(book), (card, fresh) -> card.renew(book));
  }

  /** One at a time; whoever comes too late goes away. */
  boolean takeStock(List<String> seen) {
    if (stocktaking.getAndSet(true)) {
      return false;
    }
    try {
      for (String shelf : seen) {
        shelves.merge(shelf, 1, Integer::sum);
      }
      stocktakings++;
      return true;
    } finally {
      stocktaking.set(false);
    }
  }

  /** From 0 to 1 and back. */
  void night() {
    while (!turn.compareAndSet(0, 1)) {
      Thread.yield();
    }
    try {
      nights++;
    } finally {
      turn.set(0);
    }
  }

  /** The owner is a thread; null is free. */
  boolean move(int books) {
    Thread me = Thread.currentThread();
    if (!owner.compareAndSet(null, me)) {
      return false;
    }
    moved += books;
    owner.compareAndSet(me, null);
    return true;
  }

  static void day(ExecutorService desks, List<String> readers) {
    LibraryLoans loans = new LibraryLoans();
    for (String reader : readers) {
      desks.execute(() -> loans.lend(reader, "Moby-Dick"));
      desks.execute(() -> loans.renew(reader, "Moby-Dick"));
      desks.execute(() -> loans.giveBack(reader, "Moby-Dick", 30));
      desks.submit(() -> loans.takeStock(List.of("A", "B")));
      desks.execute(loans::night);
      desks.submit(() -> loans.move(3));
    }
  }
}
