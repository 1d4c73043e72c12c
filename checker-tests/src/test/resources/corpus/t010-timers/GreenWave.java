package city.verkehr.lights;

import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;

/** Traffic lights. A timer has one thread; two timers have two. */
class GreenWave {
  private final Timer phases = new Timer("phases", true);
  private final Timer sensors = new Timer("sensors", true);
  private final List<String> log = new ArrayList<>();
  private int phase;
  private int waiting;
  private int pedestrians;
  private int cycles;

  private final class Step extends TimerTask {
    @Override
    public void run() {
      phase = (phase + 1) % 4;
      if (phase == 0) {
        cycles++;
        log.add("cycle " + cycles);
      }
      waiting = Math.max(0, waiting - 5); // RACE rmw #1
    }
  }

  private final class Night extends TimerTask {
    @Override
    public void run() {
      phase = 0;
      cycles++;
      log.add("night");
    }
  }

  void start() {
    phases.schedule(new Step(), 0, 15_000);
    phases.schedule(new Night(), 60_000, 86_400_000);
    sensors.schedule(
        new TimerTask() {
          @Override
          public void run() {
            waiting++; // RACE rmw #1
          }
        },
        0,
        700);
    sensors.schedule(
        new TimerTask() {
          @Override
          public void run() {
            pedestrians += 2;
          }
        },
        0,
        900);
  }

  void stop() {
    phases.cancel();
    sensors.cancel();
  }
}
