package org.stockade.depot;

import java.util.HashMap;
import java.util.Map;
import org.stockade.annotation.GuardedBy;
import org.stockade.annotation.ThreadSafe;

@ThreadSafe
public class Warehouse {
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final Map<String, Integer> stock = new HashMap<>();

  @GuardedBy("lock")
  private long movements;

  @GuardedBy("this")
  private int audits;

  private int rejected;

  public void receive(String sku, int n) {
    synchronized (lock) {
      add(sku, n);
    }
  }

  public boolean pick(String sku, int n) {
    synchronized (lock) {
      if (stock.getOrDefault(sku, 0) >= n) {
        add(sku, -n);
        return true;
      }
    }
    rejected++; // RACE rmw
    return false;
  }

  @GuardedBy("lock")
  private void add(String sku, int n) {
    int now = stock.getOrDefault(sku, 0) + n;
    if (now == 0) {
      stock.remove(sku);
    } else {
      stock.put(sku, now);
    }
    movements++;
  }

  public void correct(String sku, int counted) {
    Integer known;
    synchronized (lock) {
      known = stock.get(sku); // MAYBE
    }
    if (known == null || known != counted) {
      movements++; // RACE wrong-lock
      synchronized (lock) {
        stock.put(sku, counted); // MAYBE
      }
      synchronized (this) {
        audits++;
      }
    }
  }

  public synchronized int audits() {
    return audits;
  }

  public int rejected() {
    return rejected;
  }

  public PickList newPickList() {
    return new PickList(this);
  }
}
