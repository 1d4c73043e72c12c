package programs;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Looks an order up, and then creates it. */
class PaymentDesk {
  private final Ledger ledger = new Ledger();
  private final AtomicLong shipped = new AtomicLong();

  String orderFor(String payment) {
    Optional<String> existing = ledger.find(payment);
    if (existing.isPresent()) {
      return existing.get();
    }
    String created = "order-" + payment;
    ledger.save(payment, created);
    shipped.incrementAndGet();
    return created;
  }

  private static final class Ledger {
    private final Map<String, String> orders = new ConcurrentHashMap<>();

    Optional<String> find(String payment) {
      return Optional.ofNullable(orders.get(payment));
    }

    void save(String payment, String order) {
      orders.put(payment, order);
    }
  }

  static String single() {
    PaymentDesk desk = new PaymentDesk();
    return desk.orderFor("a") + desk.orderFor("a") + desk.shipped;
  }

  static long lost() {
    PaymentDesk desk = new PaymentDesk();
    Trial.race(i -> desk.orderFor("p" + i / 4));
    return Math.abs(Trial.TOTAL / 4 - desk.shipped.get());
  }
}
