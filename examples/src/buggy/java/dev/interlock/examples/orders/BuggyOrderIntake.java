package dev.interlock.examples.orders;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The same mistake at the other door: the web hook through which providers report payments
 * directly.
 *
 * <p>The map is a {@link ConcurrentHashMap}, and each of its operations is atomic, but between
 * {@code containsKey} and {@code put} another call of the hook creates the order of the same
 * payment. The later {@code put} wipes it out after its parcel has left.
 */
public final class BuggyOrderIntake implements OrderService, AutoCloseable {
  private static final int CALLS_AT_A_TIME = 8;

  private final PaymentProvider provider;
  private final Fulfilment fulfilment;
  private final ConcurrentMap<String, Order> ordersByPayment = new ConcurrentHashMap<>();
  private final AtomicLong lastNumber = new AtomicLong();
  private final ExecutorService calls = Executors.newFixedThreadPool(CALLS_AT_A_TIME);

  /** An intake with empty books. */
  public BuggyOrderIntake(PaymentProvider provider, Fulfilment fulfilment) {
    this.provider = provider;
    this.fulfilment = fulfilment;
  }

  /** Answers the web hook at once and works on the event in the background. */
  public CompletableFuture<Order> receive(PaymentEvent event) {
    return CompletableFuture.supplyAsync(() -> orderFor(event), calls);
  }

  @Override
  public Order orderFor(PaymentEvent event) {
    if (!ordersByPayment.containsKey(event.paymentId())) {
      provider.verify(event);
      Order created = Order.of(lastNumber.incrementAndGet(), event);
      ordersByPayment.put(event.paymentId(), created); // BUG: NonAtomicCheckThenAct
      fulfilment.ship(created);
      return created;
    }
    return ordersByPayment.get(event.paymentId());
  }

  @Override
  public Optional<Order> find(String paymentId) {
    return Optional.ofNullable(ordersByPayment.get(paymentId));
  }

  @Override
  public void close() {
    calls.shutdown();
  }
}
