package ch.alpenpass.plough;

import java.util.ArrayList;
import java.util.List;

/** One plough, one thread; what it clears it counts in its own fields until it is home. */
class SnowPlough extends Thread {
  private static int turns;

  private final String road;
  private final int kilometres;
  private final SaltDepot depot;
  private double cleared;
  private int stops;
  private final List<String> notes = new ArrayList<>();

  SnowPlough(String road, int kilometres, SaltDepot depot) {
    super("plough-" + road);
    this.road = road;
    this.kilometres = kilometres;
    this.depot = depot;
  }

  @Override
  public void run() {
    for (int km = 0; km < kilometres; km++) {
      cleared += 0.97;
      if (km % 10 == 9) {
        stop(km);
      }
    }
    turns++; // RACE rmw
  }

  private void stop(int km) {
    stops++;
    notes.add(road + " km " + km);
    depot.take(80);
  }

  double cleared() {
    return cleared;
  }

  int stops() {
    return stops;
  }

  static int turns() {
    return turns;
  }
}

/** Where all ploughs load salt. */
class SaltDepot {
  private int kilograms = 200_000;
  private int loads;

  void take(int amount) {
    kilograms -= amount; // RACE rmw
    loads = loads + 1; // RACE rmw
  }

  int kilograms() {
    return loads == 0 ? 200_000 : kilograms;
  }
}

class WinterService {
  static double night(List<String> roads) throws InterruptedException {
    SaltDepot depot = new SaltDepot();
    List<SnowPlough> ploughs = new ArrayList<>();
    for (String road : roads) {
      SnowPlough plough = new SnowPlough(road, 40, depot);
      ploughs.add(plough);
      plough.start();
    }
    double sum = 0;
    int stops = 0;
    for (SnowPlough plough : ploughs) {
      plough.join();
      sum += plough.cleared();
      stops += plough.stops();
    }
    return stops == 0 ? sum : sum / stops;
  }
}
