package dev.interlock.examples.orders;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The order service of the incident, called by two queue workers.
 *
 * <p>It looks the order up, finds none, verifies the payment with the provider, and saves a new
 * order. When the same event is delivered twice, both workers pass the look-up before either has
 * saved. Both ship, and the second {@code save} replaces the first order in the books: the customer
 * has two parcels, and the record of the first one is lost.
 */
public final class BuggyOrderService implements OrderService {
  private final PaymentProvider provider;
  private final Fulfilment fulfilment;
  private final BuggyOrderRepository repository = new BuggyOrderRepository();
  private final AtomicLong lastNumber = new AtomicLong();

  /** A service with empty books. */
  public BuggyOrderService(PaymentProvider provider, Fulfilment fulfilment) {
    this.provider = provider;
    this.fulfilment = fulfilment;
  }

  @Override
  public Order orderFor(PaymentEvent event) {
    Optional<Order> existing = repository.findByPayment(event.paymentId());
    if (existing.isPresent()) {
      return existing.get();
    }
    provider.verify(event);
    Order created = Order.of(lastNumber.incrementAndGet(), event);
    repository.save(created); // BUG: NonAtomicCheckThenAct
    fulfilment.ship(created);
    return created;
  }

  @Override
  public Optional<Order> find(String paymentId) {
    return repository.findByPayment(paymentId);
  }
}
