package dev.interlock.examples.orders;

import java.util.Optional;

/** Turns payments into orders. */
public interface OrderService {
  /** The one order of this payment, which is created and shipped when the payment is new. */
  Order orderFor(PaymentEvent event);

  /** The order that the books show for this payment. */
  Optional<Order> find(String paymentId);
}
