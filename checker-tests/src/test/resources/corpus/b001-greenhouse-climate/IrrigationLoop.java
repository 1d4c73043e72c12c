package com.verdantis.greenhouse;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Two beds are watered by two periodic tasks out of one tank. */
class IrrigationLoop {
  private final ScheduledExecutorService pumps = Executors.newScheduledThreadPool(2);
  private final Sensor north;
  private final Sensor south;
  private int litres = 900;
  private int northRuns;
  private int southRuns;

  IrrigationLoop(Sensor north, Sensor south) {
    this.north = north;
    this.south = south;
    pumps.scheduleWithFixedDelay(this::waterNorth, 0, 10, TimeUnit.MINUTES);
    pumps.scheduleWithFixedDelay(this::waterSouth, 5, 10, TimeUnit.MINUTES);
  }

  private void waterNorth() {
    northRuns++;
    if (north.celsius() > 25) {
      litres -= 12; // RACE rmw
    }
  }

  private void waterSouth() {
    southRuns++;
    if (south.celsius() > 23) {
      litres -= 8; // RACE rmw
    }
  }

  String log() {
    return northRuns + "/" + southRuns + ", " + litres + " l left";
  }
}
