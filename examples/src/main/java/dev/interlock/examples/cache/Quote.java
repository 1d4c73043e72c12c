package dev.interlock.examples.cache;

/**
 * An offer: the price of a product, and what its family costs if bought together.
 *
 * @param cents the price of the product
 * @param familyCents the sum of the family's prices, in which {@code cents} is contained
 */
public record Quote(long cents, long familyCents) {}
