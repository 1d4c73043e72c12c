package com.copperline.stock;

import com.copperline.lib.Guarded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** Drums of cable, cut by several machines. */
class CableStock {
  /** Metres left on one drum, and the cuts made from it. */
  static final class Drum {
    private int metres = 500;
    private final List<Integer> cuts = new ArrayList<>();

    boolean cut(int length) {
      if (metres < length) {
        return false;
      }
      metres -= length;
      cuts.add(length);
      return true;
    }
  }

  private final Guarded<Drum> drum = new Guarded<>(new Drum());
  private final Guarded<Map<String, Integer>> orders = new Guarded<>(new HashMap<>());
  private final Guarded<Integer> turns = new Guarded<>(0);
  private int scrap;
  private int rejected;

  boolean cut(int length) {
    return drum.map(d -> d.cut(length));
  }

  void order(String customer, int metres) {
    orders.with(map -> map.merge(customer, metres, Integer::sum));
    turns.update(n -> n + 1);
  }

  /** The field is outside of what is guarded, but always under the same lock. */
  void scrap(int length) {
    drum.with(
        d -> {
          scrap += length;
          d.cut(length);
        });
  }

  /** Carries the map out of the lock. */
  void cancel(String customer) {
    Map<String, Integer> escaped = orders.map(map -> map);
    escaped.remove(customer); // RACE unsafe-collection
  }

  /** Two locks on the same counter: one drum's and the orders'. */
  void reject(String customer) {
    orders.with(map -> rejected++); // RACE wrong-lock #1
  }

  void rejectCut() {
    drum.with(d -> rejected++); // RACE wrong-lock #1
  }

  int scrapped() {
    return drum.map(d -> scrap);
  }

  void shift(ExecutorService machines, List<String> customers) {
    for (String customer : customers) {
      machines.execute(() -> cut(25));
      machines.execute(() -> order(customer, 25));
      machines.execute(() -> scrap(1));
      machines.execute(() -> cancel(customer));
      machines.execute(() -> reject(customer));
      machines.execute(this::rejectCut);
    }
  }
}
