package dev.interlock.examples.orders;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Looks up and creates under one mutex, so that the worker who finds no order is the one who
 * creates it. Nothing slow happens under the lock: the payment is verified before, and the parcel
 * is sent after, by the worker who created the order and by nobody else.
 */
public final class MutexOrderService implements OrderService {
  private final PaymentProvider provider;
  private final Fulfilment fulfilment;
  private final Object lock = new Object();
  private final Map<String, Order> ordersByPayment = new HashMap<>();
  private long lastNumber;

  /** A service with empty books. */
  public MutexOrderService(PaymentProvider provider, Fulfilment fulfilment) {
    this.provider = provider;
    this.fulfilment = fulfilment;
  }

  @Override
  public Order orderFor(PaymentEvent event) {
    provider.verify(event);
    Order created;
    synchronized (lock) {
      Order existing = ordersByPayment.get(event.paymentId());
      if (existing != null) {
        return existing;
      }
      lastNumber++;
      created = Order.of(lastNumber, event);
      ordersByPayment.put(event.paymentId(), created);
    }
    fulfilment.ship(created);
    return created;
  }

  @Override
  public Optional<Order> find(String paymentId) {
    synchronized (lock) {
      return Optional.ofNullable(ordersByPayment.get(paymentId));
    }
  }
}
