package com.brightbourse.match;

import java.util.Comparator;
import java.util.PriorityQueue;

final class OrderBook {
  private record Order(long price, int quantity) {}

  private final String symbol;
  private final BookGuard bookGuard = new BookGuard();
  private final BookGuard ledgerGuard;
  private final Ledger ledger;
  private final PriorityQueue<Order> bids = new PriorityQueue<>(Comparator.comparingLong(Order::price).reversed());
  private final PriorityQueue<Order> asks = new PriorityQueue<>(Comparator.comparingLong(Order::price));
  private int trades;
  private long lastPrice;

  OrderBook(String symbol, BookGuard ledgerGuard, Ledger ledger) {
    this.symbol = symbol;
    this.ledgerGuard = ledgerGuard;
    this.ledger = ledger;
  }

  void place(boolean buy, long price, int quantity) {
    bookGuard.acquire();
    try {
      (buy ? bids : asks).add(new Order(price, quantity));
      while (!bids.isEmpty() && !asks.isEmpty() && bids.peek().price() >= asks.peek().price()) {
        cross(bids.poll(), asks.poll());
      }
    } finally {
      bookGuard.release();
    }
  }

  private void cross(Order bid, Order ask) {
    int n = Math.min(bid.quantity(), ask.quantity());
    lastPrice = ask.price();
    trades++;
    ledger.fees += n; // RACE wrong-lock
    ledgerGuard.acquire();
    ledger.turnover += n * lastPrice;
    ledger.volumes.merge(symbol, n, Integer::sum);
    ledgerGuard.release();
    if (bid.quantity() > n) {
      bids.add(new Order(bid.price(), bid.quantity() - n));
    } else if (ask.quantity() > n) {
      asks.add(new Order(ask.price(), ask.quantity() - n));
    }
  }
}
