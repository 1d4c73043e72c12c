package dev.interlock.examples.orders;

/**
 * What is shipped for a payment.
 *
 * @param number the number printed on the parcel; a gap in the numbers does no harm
 * @param paymentId the payment that it answers
 * @param customer who receives it
 * @param cents what was paid
 */
public record Order(long number, String paymentId, String customer, long cents) {
  /** The order with this number that answers the event. */
  public static Order of(long number, PaymentEvent event) {
    return new Order(number, event.paymentId(), event.customer(), event.cents());
  }
}
