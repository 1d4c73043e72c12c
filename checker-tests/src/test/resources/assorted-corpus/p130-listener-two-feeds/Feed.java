package lon.feeds;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** One thread per feed, which calls the listeners. */
class Feed {
  private final List<PriceListener> listeners = new CopyOnWriteArrayList<>();
  private final Supplier<String> line;
  private long received;

  Feed(Supplier<String> line) {
    this.line = line;
  }

  Feed listen(PriceListener l) {
    listeners.add(l);
    return this;
  }

  void open(String name) {
    new Thread(this::loop, "feed-" + name).start();
  }

  private void loop() {
    String l;
    while ((l = line.get()) != null) {
      received++;
      String[] f = l.split("=");
      for (PriceListener p : listeners) {
        p.price(f[0], Double.parseDouble(f[1]));
        if (received % 100 == 0) {
          p.heartbeat(received);
        }
      }
    }
  }
}
