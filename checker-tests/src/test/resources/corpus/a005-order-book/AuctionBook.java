package com.quantara.matching;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The opening auction. Most of it runs on the auction thread; the imbalance does not. */
class AuctionBook implements AutoCloseable {
  private final ExecutorService auction = Executors.newSingleThreadExecutor();
  private long imbalance;
  private long orders;

  /** Called by every gateway session. */
  void place(Order order) {
    auction.execute(
        () -> {
          orders++;
          imbalance += order.buy() ? order.quantity() : -order.quantity(); // RACE rmw #1
        });
  }

  /** The gateway sessions call this directly, not through the auction thread. */
  void amend(Order before, Order after) {
    imbalance += after.quantity() - before.quantity(); // RACE rmw #1
  }

  void uncross() {
    auction.execute(
        () -> {
          imbalance = 0;
          orders = 0;
        });
  }

  @Override
  public void close() {
    auction.shutdown();
  }
}
