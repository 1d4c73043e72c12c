/**
 * Counters, gauges and histograms of a server, all of which write into one map of measurements.
 *
 * <p>The incident: the map was a plain one, and under load it lost counts and whole entries. The
 * first fix gave every instrument a mutex. It changed nothing, because a mutex of one's own keeps
 * nobody out. The fix that held was one mutex for the map, handed to every instrument; a concurrent
 * map whose entries are merged atomically does as well.
 */
package dev.interlock.examples.metrics;
