/**
 * Payment events become orders, exactly one for each payment however often its event is delivered.
 *
 * <p>The incident: a payment event was redelivered while its first delivery was still being worked
 * on. Both queue workers looked the order up, both found none, both created one, and the customer
 * was shipped two parcels, of which the books knew only the second.
 */
package dev.interlock.examples.orders;
