package programs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Copies on write, by hand. */
class StockTicker {
  private volatile long version;
  private volatile Node head;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  private record Node(int price, Node next) {}

  void publish(int price) {
    head = new Node(price, head);
    version++;
    listeners.forEach(Runnable::run);
  }

  int size() {
    int size = 0;
    for (Node node = head; node != null; node = node.next()) {
      size++;
    }
    return size;
  }

  long version() {
    return version;
  }

  static String single() {
    StockTicker ticker = new StockTicker();
    ticker.publish(3);
    ticker.publish(4);
    return ticker.size() + " " + ticker.version();
  }

  static long lost() {
    StockTicker ticker = new StockTicker();
    Trial.race(i -> ticker.publish(i));
    return 2L * Trial.TOTAL - ticker.size() - ticker.version();
  }
}
