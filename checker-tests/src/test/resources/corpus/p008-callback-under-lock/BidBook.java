package com.gavelhouse.auction;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Bids on one lot. Visitors are called while the book is locked; subscribers later, unlocked. */
class BidBook {
  private final List<Long> bids = new ArrayList<>();
  private final List<Runnable> subscribers = new ArrayList<>();

  synchronized void bid(long cents) {
    bids.add(cents);
  }

  synchronized void visit(Consumer<Long> visitor) {
    for (Long bid : bids) {
      visitor.accept(bid);
    }
  }

  synchronized void subscribe(Runnable subscriber) {
    subscribers.add(subscriber);
  }

  /** Copies under the lock, calls without it. */
  void hammer() {
    List<Runnable> copy;
    synchronized (this) {
      copy = new ArrayList<>(subscribers);
    }
    copy.forEach(Runnable::run);
  }
}

/** Asks the book in many threads and adds up what it is told. */
class LotReport {
  private final BidBook book;
  private long volume;
  private int visits;
  private int hammered;

  LotReport(BidBook book) {
    this.book = book;
    book.subscribe(() -> hammered++); // RACE rmw
  }

  /** The visitor runs inside the book's monitor, and there is one book. */
  void add() {
    book.visit(bid -> volume += bid);
  }

  /** Around the visit there is no lock. */
  void count() {
    visits++; // RACE rmw
    book.visit(bid -> System.out.println(bid));
  }

  String text() {
    return volume + " in " + visits + ", " + hammered;
  }

  static LotReport run(ExecutorService clerks, int count) {
    BidBook book = new BidBook();
    LotReport report = new LotReport(book);
    for (int i = 0; i < count; i++) {
      long cents = 100L * i;
      clerks.execute(() -> book.bid(cents));
      clerks.execute(report::add);
      clerks.execute(report::count);
      clerks.execute(book::hammer);
    }
    return report;
  }
}
