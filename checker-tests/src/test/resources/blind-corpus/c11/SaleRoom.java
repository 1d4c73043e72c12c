package uk.gavel.auction;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class SaleRoom {
  private final AuctionHouse house = new AuctionHouse();
  private final ExecutorService phones = Executors.newFixedThreadPool(10);
  private final Timer hammer = new Timer("hammer");
  private int sold;
  private int refused;

  void offer(String lot, long start, long millis) {
    house.open(lot, start);
    hammer.schedule(new TimerTask() {
      @Override
      public void run() {
        house.close(lot);
        sold++;
      }
    }, millis);
  }

  void phone(String who, String lot, long cents) {
    phones.execute(() -> {
      house.view(lot);
      if (!house.bid(lot, who, cents)) {
        refused++; // RACE rmw
        house.open(lot, cents).raise(who, 100);
      }
    });
  }

  void end() {
    hammer.schedule(new TimerTask() {
      @Override
      public void run() {
        System.out.println(sold + " sold, " + refused + " refused");
        sold = 0;
        hammer.cancel();
      }
    }, 1000);
  }
}
