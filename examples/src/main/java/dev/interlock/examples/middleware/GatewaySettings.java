package dev.interlock.examples.middleware;

import java.time.Duration;

/**
 * How a gateway treats its backend.
 *
 * @param maxAttempts how often a failing call is tried
 * @param backoff how long to wait after the first failure
 * @param latencyLimit above which smoothed latency requests are shed
 * @param breaker when the circuit breaker opens
 * @param callsAtATime how many calls the bulkhead allows
 * @param assumedLatency what the timeout manager assumes at first
 */
public record GatewaySettings(
    int maxAttempts,
    Duration backoff,
    Duration latencyLimit,
    BreakerSettings breaker,
    int callsAtATime,
    Duration assumedLatency) {}
