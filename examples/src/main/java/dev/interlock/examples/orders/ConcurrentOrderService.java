package dev.interlock.examples.orders;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets the map decide: {@code putIfAbsent} looks up and creates in one atomic operation, and its
 * result says who created the order. The worker who did not win drops its candidate; the number
 * that this leaves unused does no harm.
 */
public final class ConcurrentOrderService implements OrderService {
  private final PaymentProvider provider;
  private final Fulfilment fulfilment;
  private final ConcurrentMap<String, Order> ordersByPayment = new ConcurrentHashMap<>();
  private final AtomicLong lastNumber = new AtomicLong();

  /** A service with empty books. */
  public ConcurrentOrderService(PaymentProvider provider, Fulfilment fulfilment) {
    this.provider = provider;
    this.fulfilment = fulfilment;
  }

  @Override
  public Order orderFor(PaymentEvent event) {
    provider.verify(event);
    Order candidate = Order.of(lastNumber.incrementAndGet(), event);
    Order existing = ordersByPayment.putIfAbsent(event.paymentId(), candidate);
    if (existing != null) {
      return existing;
    }
    fulfilment.ship(candidate);
    return candidate;
  }

  @Override
  public Optional<Order> find(String paymentId) {
    return Optional.ofNullable(ordersByPayment.get(paymentId));
  }
}
