package programs;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Looks at its maps, and then puts what follows. */
class OffsetLedger {
  private final Map<Integer, Long> committed = new ConcurrentHashMap<>();
  private final Map<String, Long> sums = new ConcurrentHashMap<>();
  private final CopyOnWriteArrayList<Integer> readers = new CopyOnWriteArrayList<>();

  void commit(int partition, long offset) {
    Long now = committed.get(partition);
    if (now == null || now < offset) {
      committed.put(partition, offset);
    }
  }

  void open(String name) {
    sums.putIfAbsent(name, 0L);
  }

  void add(String name, long bytes) {
    if (sums.containsKey(name)) {
      sums.put(name, sums.get(name) + bytes);
    }
  }

  boolean join(int reader) {
    if (readers.contains(reader)) {
      return false;
    }
    readers.add(reader);
    return true;
  }

  String state() {
    return committed + " " + sums + " " + List.copyOf(readers);
  }

  static String single() {
    OffsetLedger ledger = new OffsetLedger();
    ledger.commit(1, 5);
    ledger.commit(1, 3);
    ledger.open("a");
    ledger.add("a", 7);
    ledger.add("b", 7);
    return ledger.state() + ledger.join(3) + ledger.join(3);
  }

  static long lost() {
    OffsetLedger ledger = new OffsetLedger();
    ledger.open("a");
    Trial.race(
        i -> {
          ledger.commit(0, i);
          ledger.add("a", 2);
          ledger.join(i / 64);
        });
    String expected = "{0=" + (Trial.TOTAL - 1) + "} {a=" + 2L * Trial.TOTAL + "} ";
    return (ledger.state().startsWith(expected) ? 0 : 1)
        + Math.abs(ledger.readers.size() - ledger.readers.stream().distinct().count());
  }
}
