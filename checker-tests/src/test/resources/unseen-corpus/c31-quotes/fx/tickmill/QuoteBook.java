package fx.tickmill;

import java.util.HashMap;
import java.util.Map;

/** Quotes by pair. The feeds write, the sessions read; both through nested objects of the book. */
public class QuoteBook {
  private static final Object ID_LOCK = new Object();
  private static int lastId;
  private static int booksOpen;

  private final int id;
  private final Map<String, Double> mid = new HashMap<>();
  private int updates;
  private double widest;

  public QuoteBook() {
    synchronized (ID_LOCK) {
      id = ++lastId;
      booksOpen++;
    }
  }

  public Writer writer(String feed) {
    return new Writer(feed);
  }

  public static void closed() {
    synchronized (ID_LOCK) {
      booksOpen--;
    }
  }

  /** An inner object which locks the outer one. */
  public class Writer {
    private final String feed;

    Writer(String feed) {
      this.feed = feed;
    }

    public void quote(String pair, double bid, double ask) {
      synchronized (QuoteBook.this) {
        Double before = mid.get(pair);
        double now = (bid + ask) / 2;
        mid.put(pair, before == null ? now : (before + now) / 2);
        updates++;
        if (ask - bid > widest) {
          widest = ask - bid;
        }
      }
    }

    @Override
    public String toString() {
      return feed + "@" + id;
    }
  }

  public synchronized double mid(String pair) {
    return mid.getOrDefault(pair, Double.NaN);
  }

  public synchronized int drainUpdates() {
    int n = updates;
    updates = 0;
    return n;
  }
}
