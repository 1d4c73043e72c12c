package com.stromnetz.meter;

import java.util.ArrayList;
import java.util.List;
import java.util.Timer;

/** A street has a timer thread of its own. */
class Street {
  private final Timer timer;
  private final List<MeterTask> tasks = new ArrayList<>();
  private int meters;

  Street(String name) {
    timer = new Timer("street-" + name, true);
  }

  /** Streets are set up by the thread that loads the map. */
  void add(Meter meter) {
    MeterTask task = new MeterTask(meter);
    tasks.add(task);
    meters++;
    timer.scheduleAtFixedRate(task, 0, 900_000);
  }

  static List<Street> town(List<List<Meter>> streets) {
    List<Street> town = new ArrayList<>();
    for (List<Meter> meters : streets) {
      Street street = new Street("s" + town.size());
      meters.forEach(street::add);
      town.add(street);
    }
    return town;
  }

  int meters() {
    return meters;
  }
}
