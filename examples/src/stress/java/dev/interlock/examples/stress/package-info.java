/** Runs every version of every incident under contention and counts the updates that it loses. */
package dev.interlock.examples.stress;
