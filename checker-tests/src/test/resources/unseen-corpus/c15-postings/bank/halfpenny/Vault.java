package bank.halfpenny;

/** A drawer with money. */
class Drawer {
  private final int number;
  private long cash;
  private int counted;

  Drawer(int number, long cash) {
    this.number = number;
    this.cash = cash;
  }

  synchronized void put(long amount) {
    cash += amount;
  }

  synchronized boolean take(long amount) {
    boolean enough = cash >= amount;
    if (enough) {
      cash -= amount;
    }
    return enough;
  }

  /** Nests the two monitors by number. */
  static boolean move(Drawer from, Drawer to, long amount) {
    Drawer low = from.number < to.number ? from : to;
    Drawer high = low == from ? to : from;
    synchronized (low) {
      synchronized (high) {
        if (from.cash < amount) {
          return false;
        }
        from.cash -= amount;
        to.cash += amount;
        from.counted++;
        to.counted++;
        return true;
      }
    }
  }

  int counted() {
    synchronized (this) {
      return counted;
    }
  }
}

public class Vault {
  private final Drawer[] drawers = new Drawer[12];

  public Vault() {
    for (int i = 0; i < drawers.length; i++) {
      drawers[i] = new Drawer(i, 10_000);
    }
  }

  public boolean rebalance(int from, int to, long amount) {
    return from != to && Drawer.move(drawers[from], drawers[to], amount);
  }
}
