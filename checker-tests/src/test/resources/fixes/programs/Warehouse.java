package programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plain collections under several threads. */
class Warehouse {
  private final Map<String, Integer> stock = new HashMap<>();
  private final List<String> journal = new ArrayList<>();

  void receive(String item, int amount) {
    stock.put(item, stock.getOrDefault(item, 0) + amount);
    journal.add(item);
  }

  boolean ship(String item) {
    Integer there = stock.get(item);
    if (there == null || there == 0) {
      return false;
    }
    stock.put(item, there - 1);
    return true;
  }

  int total() {
    int total = 0;
    for (int amount : stock.values()) {
      total += amount;
    }
    return total;
  }

  List<String> journal() {
    return new ArrayList<>(journal);
  }

  static String single() {
    Warehouse warehouse = new Warehouse();
    warehouse.receive("nut", 3);
    return warehouse.ship("nut") + " " + warehouse.ship("bolt") + warehouse.total() + warehouse.journal();
  }

  static long lost() {
    Warehouse warehouse = new Warehouse();
    Trial.race(
        i -> {
          warehouse.receive("item" + i % 7, 2);
          warehouse.ship("item" + i % 7);
        });
    return Math.abs(Trial.TOTAL - warehouse.total()) + Math.abs(Trial.TOTAL - warehouse.journal().size());
  }
}
