package eu.tramline.depot;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;

/** Trams parked in a depot; shunters work in parallel. */
abstract class Depot {
  protected final Object yard = new Object();
  protected final Deque<String> tracks = new ArrayDeque<>();
  protected int parked;
  protected int serviced;

  void park(String tram) {
    synchronized (yard) {
      tracks.push(tram);
      parked++;
    }
  }

  String leave() {
    synchronized (yard) {
      String tram = tracks.poll();
      if (tram != null) {
        parked--;
      }
      return tram;
    }
  }

  int parked() {
    synchronized (yard) {
      return parked;
    }
  }

  int serviced() {
    synchronized (yard) {
      return serviced;
    }
  }

  void markServiced() {
    synchronized (yard) {
      serviced++;
    }
  }

  abstract void service(String tram);

  void shift(ExecutorService shunters, int trams) {
    for (int i = 0; i < trams; i++) {
      String tram = "T" + i;
      shunters.execute(() -> park(tram));
      shunters.execute(() -> service(tram));
      shunters.execute(this::leave);
    }
  }
}

/** Updates what the depot guards, without the yard lock or with another one. */
class WashingDepot extends Depot {
  private int washed;

  @Override
  void service(String tram) {
    serviced++; // RACE wrong-lock
    countWash();
  }

  /** A tram under the brushes takes a place, too. */
  private synchronized void countWash() {
    washed++;
    parked++; // RACE wrong-lock
  }

  synchronized int washed() {
    return washed;
  }
}

/** Takes the lock that the superclass uses. */
class PaintingDepot extends Depot {
  private int painted;

  @Override
  void service(String tram) {
    synchronized (yard) {
      serviced++;
      painted++;
    }
  }

  int painted() {
    synchronized (yard) {
      return painted;
    }
  }
}

/** Leaves the counting to the superclass. */
class ListingDepot extends Depot {
  @Override
  void service(String tram) {
    markServiced();
  }
}
