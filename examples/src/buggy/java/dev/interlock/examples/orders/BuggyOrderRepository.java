package dev.interlock.examples.orders;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The order book of the incident: every method is atomic, and nothing that a caller does with two
 * of them is. There is no method that creates an order only if the payment has none, so every
 * caller has to look first and save later.
 */
public final class BuggyOrderRepository {
  private final ConcurrentMap<String, Order> ordersByPayment = new ConcurrentHashMap<>();

  /** The order of this payment, if it has one at the moment. */
  public Optional<Order> findByPayment(String paymentId) {
    return Optional.ofNullable(ordersByPayment.get(paymentId));
  }

  /** The orders of this customer, by number. */
  public List<Order> findByCustomer(String customer) {
    return ordersByPayment.values().stream()
        .filter(order -> order.customer().equals(customer))
        .sorted((a, b) -> Long.compare(a.number(), b.number()))
        .toList();
  }

  /** Enters the order; one that the payment already had is replaced without a word. */
  public void save(Order order) {
    ordersByPayment.put(order.paymentId(), order);
  }
}
