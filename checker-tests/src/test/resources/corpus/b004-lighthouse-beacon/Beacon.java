package org.faro.beacon;

import java.util.Timer;
import java.util.TimerTask;

interface Lamp {
  void flash(int millis);
}

/** Both tasks run on the one thread of the one timer. */
class Beacon {
  private final Timer timer = new Timer("beacon", true);
  private final Lamp lamp;
  private long phase;
  private int flashes;

  Beacon(Lamp lamp) {
    this.lamp = lamp;
  }

  void light() {
    timer.scheduleAtFixedRate(
        new TimerTask() {
          @Override
          public void run() {
            phase++;
            flashes++;
            lamp.flash(200);
          }
        },
        0,
        5_000);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            flashes += 2;
            lamp.flash(400);
            phase = phase % 6;
          }
        },
        1_000,
        30_000);
  }
}

/** Two lamps, each with a timer of its own, on one battery. */
class TwinBeacon {
  private final Timer red = new Timer("red", true);
  private final Timer white = new Timer("white", true);
  private final Lamp redLamp;
  private final Lamp whiteLamp;
  private int milliampHours = 48_000;
  private int redFlashes;

  TwinBeacon(Lamp redLamp, Lamp whiteLamp) {
    this.redLamp = redLamp;
    this.whiteLamp = whiteLamp;
  }

  void light() {
    red.scheduleAtFixedRate(
        new TimerTask() {
          @Override
          public void run() {
            redLamp.flash(300);
            redFlashes++;
            drain(3);
          }
        },
        0,
        6_000);
    white.scheduleAtFixedRate(
        new TimerTask() {
          @Override
          public void run() {
            whiteLamp.flash(200);
            drain(5);
          }
        },
        0,
        4_000);
  }

  private void drain(int mah) {
    milliampHours = Math.max(0, milliampHours - mah); // RACE rmw
  }

  int charge() {
    return milliampHours;
  }
}
