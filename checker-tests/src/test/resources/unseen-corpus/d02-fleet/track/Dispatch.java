package track;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes the radio messages, each on the next free thread. */
public class Dispatch {
  private final Fleet fleet = new Fleet();
  private final ExecutorService radio = Executors.newFixedThreadPool(5);
  private int breaks;
  private int shifts;

  public void message(String plate, String text) {
    radio.execute(() -> {
      switch (text) {
        case "sos":
          fleet.alarm(plate);
          break;
        case "bye":
          fleet.retire(plate);
          break;
        case "break":
          fleet.lock().lock();
          try {
            breaks++;
          } finally {
            fleet.lock().unlock();
          }
          break;
        default:
          fleet.report(plate, text.length());
      }
    });
  }

  public String endOfShift() {
    fleet.lock().lock();
    try {
      String s = breaks + " breaks in shift " + ++shifts;
      breaks = 0;
      return s;
    } finally {
      fleet.lock().unlock();
    }
  }
}
