package de.frachtwerk;

import java.util.EnumMap;
import java.util.Map;

/** What a truck carries. Closed once, under the same monitor as every change. */
public class Manifest {
  private final Map<Shipment.State, Integer> tally = new EnumMap<>(Shipment.State.class);
  private volatile boolean sealed;
  private int weight;

  public boolean load(Shipment.State s, int kilos) {
    if (sealed) {
      return false;
    }
    synchronized (tally) {
      if (sealed) {
        return false;
      }
      Integer n = tally.get(s);
      tally.put(s, n == null ? 1 : n + 1);
      weight += kilos;
      return true;
    }
  }

  public int seal() {
    synchronized (tally) {
      if (!sealed) {
        sealed = true;
        weight += 40;
      }
      return weight;
    }
  }
}
