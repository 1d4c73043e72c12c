package dev.interlock.examples.orders;

/** The warehouse: what it is told to ship cannot be called back. */
@FunctionalInterface
public interface Fulfilment {
  /** Sends the parcel. */
  void ship(Order order);
}
