package com.brightbourse.match;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Front door: orders arrive on many connections and are executed on a small pool. */
public final class Exchange {
  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private final Map<String, OrderBook> books = new ConcurrentHashMap<>();
  private final BookGuard ledgerGuard = new BookGuard();
  private final Ledger ledger = new Ledger();

  public void submit(String symbol, boolean buy, long price, int quantity) {
    pool.execute(() -> execute(symbol, buy, price, quantity));
  }

  private void execute(String symbol, boolean buy, long price, int quantity) {
    OrderBook book = books.computeIfAbsent(symbol, s -> new OrderBook(s, ledgerGuard, ledger));
    book.place(buy, price, quantity);
  }

  public void settle(Iterable<String> members) {
    for (String m : members) {
      pool.submit(new Settlement(ledger, m));
    }
  }

  public long turnover() {
    ledgerGuard.acquire();
    try {
      return ledger.turnover;
    } finally {
      ledgerGuard.release();
    }
  }
}
