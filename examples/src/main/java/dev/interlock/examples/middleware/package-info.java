/**
 * What stands between a service and the backends that it calls: retries, load shedding, a circuit
 * breaker, a bulkhead and an adaptive timeout.
 *
 * <p>The incident: the retry manager's statistics, on which alerts were built, showed a fraction of
 * the operations that had run. The audit that followed found the same mistake in every other part
 * of the middleware: all of them were written for one request at a time and used by all at once.
 */
package dev.interlock.examples.middleware;
