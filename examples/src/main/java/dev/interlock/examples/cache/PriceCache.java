package dev.interlock.examples.cache;

import java.util.Optional;

/** Knows the prices of products and the totals of their families. */
public interface PriceCache {
  /** Sets the price of the product; the total of its family changes with it. */
  void set(String product, long cents);

  /** The price and the total as they were at one moment; empty if the product has no price yet. */
  Optional<Quote> quote(String product);
}
