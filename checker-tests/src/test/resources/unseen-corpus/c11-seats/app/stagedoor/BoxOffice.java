package app.stagedoor;

import java.util.HashMap;
import java.util.Map;

/** Sells the seats of all performances. */
class BoxOffice {
  private final Map<Integer, SeatMap> performances = new HashMap<>();
  private final Map<String, Integer> vouchers = new HashMap<>();
  private int sold;
  private long revenue;

  BoxOffice(int performances) {
    for (int i = 0; i < performances; i++) {
      this.performances.put(i, new SeatMap());
    }
  }

  boolean sell(int performance, String seat, String customer, long price) {
    SeatMap map = performances.get(performance);
    if (map == null || !map.hold(seat, customer)) {
      return false;
    }
    sold++; // RACE rmw
    synchronized (this) {
      revenue += price;
    }
    return true;
  }

  synchronized void refund(int performance, String seat, String customer, long price) {
    if (performances.get(performance).release(seat, customer)) {
      revenue -= price;
    }
  }

  /** A voucher is good for a few uses. */
  boolean redeem(String code) {
    synchronized (vouchers) {
      Integer left = vouchers.get(code);
      if (left == null || left == 0) {
        return false;
      }
      vouchers.put(code, left - 1);
      return true;
    }
  }

  void issue(String code, int uses) {
    vouchers.put(code, uses); // RACE wrong-lock
  }

  int sold() {
    return sold;
  }

  synchronized long revenue() {
    return revenue;
  }
}
