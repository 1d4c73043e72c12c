package com.arcadia.windows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;

/** Tells everybody about sales, on the threads of the tills. */
class SaleFeed {
  private final List<SaleListener> listeners = new CopyOnWriteArrayList<>();

  interface SaleListener {
    void sold(String article, int count);
  }

  void register(SaleListener listener) {
    listeners.add(listener);
  }

  void open(ExecutorService tills, List<String> articles) {
    for (String article : articles) {
      tills.execute(() -> listeners.forEach(listener -> listener.sold(article, 1)));
    }
  }
}

/** Listens without any protection. */
class ShopWindow implements SaleFeed.SaleListener {
  private final Map<String, Integer> shown = new HashMap<>();
  private int changes;

  ShopWindow(SaleFeed feed) {
    feed.register(this);
  }

  @Override
  public void sold(String article, int count) {
    shown.merge(article, -count, Integer::sum); // RACE unsafe-collection
    changes++; // RACE rmw
  }

  int changes() {
    return changes;
  }
}

/** Fills itself completely, registers last, and locks what the tills call. */
class LockedShopWindow implements SaleFeed.SaleListener {
  private final Map<String, Integer> shown = new HashMap<>();
  private int changes;

  LockedShopWindow(SaleFeed feed, List<String> articles) {
    for (String article : articles) {
      shown.put(article, 5);
      changes++;
    }
    feed.register(this);
  }

  @Override
  public synchronized void sold(String article, int count) {
    shown.merge(article, -count, Integer::sum);
    changes++;
  }

  synchronized int changes() {
    return changes;
  }
}

/** Registers first and fills itself while the tills are calling. */
class HastyShopWindow implements SaleFeed.SaleListener {
  private final List<String> shown = new ArrayList<>();
  private int changes;

  HastyShopWindow(SaleFeed feed, List<String> articles) {
    feed.register(this);
    for (String article : articles) {
      shown.add(article); // RACE wrong-lock
      changes++; // RACE wrong-lock
    }
  }

  @Override
  public synchronized void sold(String article, int count) {
    shown.remove(article);
    changes++;
  }
}

class Arcade {
  static void open(ExecutorService tills, List<String> articles) {
    SaleFeed feed = new SaleFeed();
    ShopWindow north = new ShopWindow(feed);
    LockedShopWindow south = new LockedShopWindow(feed, articles);
    feed.open(tills, articles);
    HastyShopWindow late = new HastyShopWindow(feed, articles);
    System.out.println(north.changes() + south.changes() + late.hashCode());
  }
}
