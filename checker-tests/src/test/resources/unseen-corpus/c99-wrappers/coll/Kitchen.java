package coll;

import java.util.ArrayList;
import java.util.List;

public final class Kitchen {
  private final Object mutex = new Object();
  private final SynchronizedBag<String> pantry = new SynchronizedBag<>(new SynchronizedBag.HashBag<>(), mutex);
  private final SynchronizedBag<String> table = new SynchronizedBag<>(new SynchronizedBag.HashBag<>(), mutex);
  private final Bag<String> orders = new SynchronizedBag<>(new SynchronizedBag.HashBag<>());

  public List<String> open(int cooks) throws InterruptedException {
    Thread[] team = new Thread[cooks];
    for (int i = 0; i < cooks; i++) {
      team[i] = new Thread(() -> {
        for (int n = 0; n < 1000; n++) {
          String dish = "dish" + n % 7;
          orders.add(dish);
          pantry.add(dish);
          if (pantry.moveTo(table, dish)) {
            orders.remove(dish);
          }
        }
      });
      team[i].start();
    }
    for (Thread t : team) {
      t.join();
    }
    List<String> left = new ArrayList<>();
    table.each((dish, n) -> left.add(dish + n));
    return left;
  }
}
