package programs;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Declared shared by volatile alone. */
class LampSwitch {
  private volatile int switched;
  private volatile boolean on;

  void schedule(ScheduledExecutorService timer) {
    timer.schedule(this::toggle, 1, TimeUnit.HOURS);
  }

  void toggle() {
    on = !on;
    switched++;
  }

  String state() {
    return on + " " + switched;
  }

  static String single() {
    LampSwitch lamp = new LampSwitch();
    lamp.toggle();
    return lamp.state();
  }

  static long lost() {
    LampSwitch lamp = new LampSwitch();
    Trial.race(i -> lamp.toggle());
    return lamp.state().equals("false " + Trial.TOTAL) ? 0 : 1;
  }
}
