package dev.interlock.examples.orders;

/** The remote party that took the money; slow, and safe to call from many threads. */
@FunctionalInterface
public interface PaymentProvider {
  /**
   * Returns if the provider confirms the payment; asking again does no harm.
   *
   * @throws IllegalStateException if it does not
   */
  void verify(PaymentEvent event);
}
