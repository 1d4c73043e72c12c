package dev.interlock.examples.orders;

/**
 * News of a payment, delivered at least once.
 *
 * @param paymentId what identifies the payment across redeliveries
 * @param customer who paid
 * @param cents how much
 */
public record PaymentEvent(String paymentId, String customer, long cents) {}
