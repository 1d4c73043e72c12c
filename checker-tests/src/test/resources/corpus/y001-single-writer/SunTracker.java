package energy.heliofarm.tracker;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One loop turns the panels; everybody may read where they point to. */
class SunTracker {
  private final Thread motor;
  private volatile double azimuth;
  private volatile long steps;
  private volatile boolean stopped;
  private volatile String state = "idle";

  SunTracker() {
    motor = new Thread(this::follow, "motor");
    motor.setDaemon(true);
    motor.start();
  }

  /** The only code that writes azimuth and steps, on the only thread that runs it. */
  private void follow() {
    while (!stopped) {
      azimuth = (azimuth + 0.25) % 360;
      steps++;
      if (steps % 100 == 0) {
        state = "greased at " + steps;
      }
      pause();
    }
    state = "stopped";
  }

  private static void pause() {
    try {
      Thread.sleep(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void stop() {
    stopped = true;
  }

  String show() {
    return state + " " + azimuth + " after " + steps;
  }
}

/** The same loop, but the keeper may nudge the panels from his own thread. */
class NudgedTracker {
  private volatile double azimuth;
  private volatile long steps;
  private volatile boolean stopped;

  NudgedTracker() {
    Thread motor = new Thread(this::follow, "motor");
    motor.setDaemon(true);
    motor.start();
  }

  private void follow() {
    while (!stopped) {
      azimuth = (azimuth + 0.25) % 360; // RACE rmw #1
      steps++;
    }
  }

  void nudge(double degrees) {
    azimuth += degrees; // RACE rmw #1
  }

  void stop() {
    stopped = true;
  }

  String show() {
    return azimuth + " after " + steps;
  }
}

/** The writer is a fixed-rate task: a single one, so it is alone. */
class CloudWatch {
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
  private volatile int clouds;
  private volatile int readings;

  CloudWatch() {
    timer.scheduleAtFixedRate(this::look, 0, 10, TimeUnit.SECONDS);
  }

  private void look() {
    readings++;
    clouds = clouds / 2 + readings % 8;
  }

  int clouds() {
    return clouds;
  }
}
