/**
 * A cache of prices, and of totals computed from them, which a price change makes obsolete.
 *
 * <p>The incident: the cache set the new price in one step and invalidated its relatives, the
 * totals, in a second one. A reader in between took the new price from the first map and the old
 * total from the second, and printed an offer that did not add up.
 */
package dev.interlock.examples.cache;
