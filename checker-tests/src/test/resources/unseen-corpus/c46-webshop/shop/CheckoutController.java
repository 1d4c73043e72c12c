package shop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class CheckoutController {
  private final CouponService coupons;
  private final StockService stock;
  private final AtomicLong orderNumbers = new AtomicLong(1000);
  private int placed;
  private long refusedTotal;

  public CheckoutController(CouponService coupons, StockService stock) {
    this.coupons = coupons;
    this.stock = stock;
  }

  @PostMapping("/orders")
  public String place(List<String> skus, String coupon) {
    List<String> missing = new ArrayList<>();
    int reserved = 0;
    for (String sku : skus) {
      if (stock.reserve(sku)) {
        reserved++;
      } else {
        missing.add(sku);
      }
    }
    if (!missing.isEmpty()) {
      synchronized (missing) {
        missing.add("refused");
      }
      refused(reserved);
      return "missing " + missing;
    }
    int discount = coupons.redeem(coupon) ? 10 : 0;
    placed++; // RACE rmw
    return orderNumbers.incrementAndGet() + " -" + discount + "%";
  }

  private synchronized void refused(int lines) {
    refusedTotal += lines;
  }

  @PostMapping("/stats")
  public synchronized String stats() {
    return placed + " placed, " + refusedTotal + " lines refused";
  }
}
