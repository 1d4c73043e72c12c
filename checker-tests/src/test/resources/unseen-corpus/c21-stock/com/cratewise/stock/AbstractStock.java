package com.cratewise.stock;

import java.util.HashMap;
import java.util.Map;

/** Stock of one kind of goods. The monitor of the stock guards its figures. */
public abstract class AbstractStock<G> {
  protected final Map<G, Integer> onHand = new HashMap<>();
  protected int units;
  protected int shortages;

  public synchronized void receive(G goods, int n) {
    onHand.merge(goods, n, Integer::sum);
    units += n;
    received(goods, n);
  }

  public synchronized boolean ship(G goods, int n) {
    int have = onHand.getOrDefault(goods, 0);
    if (have < n) {
      shortages++;
      return false;
    }
    onHand.put(goods, have - n);
    units -= n;
    return true;
  }

  /** Hook, called with the monitor held. */
  protected void received(G goods, int n) {}

  public synchronized void writeOff(G goods) {
    Integer n = onHand.remove(goods);
    if (n != null) {
      units -= n;
    }
  }

  public synchronized int units() {
    return units;
  }

  public synchronized int shortages() {
    return shortages;
  }
}
