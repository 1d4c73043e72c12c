package org.stockade.depot;

import java.util.ArrayList;
import java.util.List;
import org.stockade.annotation.NotThreadSafe;

/** One picker, one list. */
@NotThreadSafe
public class PickList {
  private final Warehouse warehouse;
  private final List<String> open = new ArrayList<>();
  private int picked;
  private int short_;

  PickList(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  public PickList add(String sku) {
    if (!open.contains(sku)) {
      open.add(sku);
    }
    return this;
  }

  public int walk() {
    while (!open.isEmpty()) {
      if (warehouse.pick(open.remove(0), 1)) {
        picked++;
      } else {
        short_++;
      }
    }
    return picked - short_;
  }
}
