package org.stockade.depot;

import java.util.TreeMap;
import org.stockade.annotation.GuardedBy;

public class PriceBoard {
  private static final Object REVISIONS = new Object();

  @GuardedBy("REVISIONS")
  private static int revision;

  @GuardedBy("prices")
  private final TreeMap<String, Long> prices = new TreeMap<>();

  @GuardedBy("prices")
  private String cheapest;

  public void set(String sku, long cents) {
    synchronized (prices) {
      prices.put(sku, cents);
      if (cheapest == null || prices.get(cheapest) > cents) {
        cheapest = sku;
      }
    }
    synchronized (this) {
      revision++; // RACE wrong-lock
    }
  }

  public void discount(int percent) {
    prices.replaceAll((sku, cents) -> cents - cents * percent / 100); // RACE unsafe-collection
    bump();
  }

  private static void bump() {
    synchronized (REVISIONS) {
      revision += 10; // MAYBE
    }
  }

  public String cheapest() {
    synchronized (prices) {
      return cheapest;
    }
  }
}
