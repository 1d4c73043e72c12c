package com.cratewise.stock;

import java.util.List;
import java.util.concurrent.ExecutorService;

/** Feeds deliveries and orders into stocks on the warehouse's pool. */
public class StockRoom {
  private final ExecutorService pool;
  private final PerishableStock fresh = new PerishableStock();
  private final ConsignmentStock consigned = new ConsignmentStock(20);

  public StockRoom(ExecutorService pool) {
    this.pool = pool;
  }

  public void deliver(List<String> goods) {
    for (String g : goods) {
      pool.execute(() -> fresh.receive(g, 10));
      pool.execute(() -> consigned.receive(g.length(), 1));
    }
  }

  public void order(String goods, int n) {
    pool.execute(() -> {
      if (!fresh.ship(goods, n)) {
        consigned.ship(goods.length(), n);
      }
    });
  }
}
