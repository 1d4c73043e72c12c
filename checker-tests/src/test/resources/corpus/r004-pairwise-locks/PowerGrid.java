package energy.nordnetz.grid;

import java.util.concurrent.ExecutorService;

/**
 * Three control rooms and one figure. Each room holds two of the three locks when it changes the
 * figure, so any two rooms have one lock in common, though there is none that all of them hold.
 */
class PowerGrid {
  private final Object coal = new Object();
  private final Object wind = new Object();
  private final Object sun = new Object();
  private long load;
  private long export;
  private int switches;

  void north(long megawatts) {
    synchronized (coal) {
      synchronized (wind) {
        load += megawatts;
        export += megawatts / 10; // RACE wrong-lock #1
      }
    }
  }

  void east(long megawatts) {
    synchronized (wind) {
      synchronized (sun) {
        load += megawatts;
        switches++;
      }
    }
  }

  void south(long megawatts) {
    synchronized (coal) {
      synchronized (sun) {
        load -= megawatts;
        switches++;
      }
    }
  }

  /** Has nothing in common with the north. */
  void exported(long megawatts) {
    synchronized (sun) {
      export -= megawatts; // RACE wrong-lock #1
    }
  }

  int switches() {
    synchronized (sun) {
      return switches;
    }
  }

  void winter(ExecutorService rooms, int hours) {
    for (int hour = 0; hour < hours; hour++) {
      long megawatts = 400 + hour;
      rooms.execute(() -> north(megawatts));
      rooms.execute(() -> east(megawatts));
      rooms.execute(() -> south(megawatts));
      rooms.execute(() -> exported(20));
    }
  }
}
