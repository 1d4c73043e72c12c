package lon.feeds;

import java.util.HashMap;
import java.util.Map;

/** Gets prices of both feeds. */
class Portfolio implements PriceListener {
  private final Map<String, Double> last = new HashMap<>();
  private double turnover;
  private int heartbeats;

  @Override
  public void price(String symbol, double price) {
    Double before = last.put(symbol, price); // RACE unsafe-collection
    if (before != null) {
      turnover += Math.abs(price - before); // RACE rmw
    }
  }

  @Override
  public synchronized void heartbeat(long at) {
    heartbeats++;
  }
}

/** Gets prices of the futures feed only. */
class Curve implements PriceListener {
  private final Map<String, Integer> changes = new HashMap<>();
  private int updates;

  @Override
  public void price(String symbol, double price) {
    updates++;
    changes.put(symbol, changes.getOrDefault(symbol, 0) + 1);
  }
}
