package dev.interlock.examples.middleware;

import java.util.function.LongSupplier;

/**
 * When a circuit breaker opens, and for how long.
 *
 * @param threshold how many failures within the window open it
 * @param windowNanos how long a failure counts
 * @param coolDownNanos how long it waits before it sends a probe
 * @param clock nanoseconds from some origin, never going back
 */
public record BreakerSettings(
    int threshold, long windowNanos, long coolDownNanos, LongSupplier clock) {}
