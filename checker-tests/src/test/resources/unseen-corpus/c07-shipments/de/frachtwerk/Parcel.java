package de.frachtwerk;

import java.time.Duration;
import java.util.Arrays;

/** A tracked parcel. Scanners all over the depot report to it concurrently. */
public class Parcel {
  private volatile int scans;
  private volatile int[] route = new int[0];
  private volatile boolean lost;
  private volatile Duration eta;

  public void scanned(int depot) {
    scans++; // RACE rmw
    synchronized (this) {
      int[] longer = Arrays.copyOf(route, route.length + 1);
      longer[route.length] = depot;
      route = longer;
    }
  }

  public void estimate(Duration d) {
    eta = d;
  }

  /** Delays come from traffic control, weather and the customs desk. */
  public void delay(Duration by) {
    eta = eta.plus(by); // RACE rmw
  }

  public synchronized void reroute(int from, int to) {
    int[] changed = route.clone();
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] == from) {
        changed[i] = to;
      }
    }
    route = changed;
  }

  public void markLost() {
    lost = true;
  }

  public int[] route() {
    return route.clone();
  }

  @Override
  public String toString() {
    return scans + " scans" + (lost ? ", lost" : ", eta " + eta);
  }
}
