package ops;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the nodes are doing. */
public class JobTracker {
  enum Mode { IDLE, BUSY, DRAINING }

  private final List<String> active = new ArrayList<>();
  private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
  private Mode mode = Mode.IDLE;
  private int finished;
  private int escalations;
  private long longest;

  void begin(String job) {
    active.add(job); // RACE unsafe-collection
    if (mode == Mode.IDLE) { // RACE check-then-act #1
      mode = Mode.BUSY; // RACE check-then-act #1
      System.out.println("busy");
    }
  }

  void end(String job, long millis, boolean ok) {
    if (!ok) {
      failures.add(job);
    }
    synchronized (failures) {
      if (failures.size() > 10) {
        failures.clear();
        escalations++;
      }
    }
    finished++; // RACE rmw
    record(millis);
  }

  private synchronized void record(long millis) {
    if (millis > longest) {
      longest = millis;
    }
  }

  public String state() {
    return mode + " " + active.size() + " " + finished + " " + escalations;
  }
}
