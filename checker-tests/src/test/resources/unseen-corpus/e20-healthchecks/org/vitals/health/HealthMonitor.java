package org.vitals.health;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Polls the components of the node at different rates. */
public class HealthMonitor {
  private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(4);
  private final DiskProbe disk = new DiskProbe();
  private final SocketProbe socket = new SocketProbe();
  private int failures;
  private int reports;
  private long lastReport;

  public void start() {
    pool.scheduleAtFixedRate(this::checkDisk, 0, 10, TimeUnit.SECONDS);
    pool.scheduleAtFixedRate(this::checkSockets, 0, 3, TimeUnit.SECONDS);
    pool.scheduleWithFixedDelay(this::report, 1, 1, TimeUnit.MINUTES);
  }

  private void checkDisk() {
    if (!disk.healthy()) {
      failures++; // RACE rmw
    }
  }

  private void checkSockets() {
    if (!socket.healthy()) {
      failures++; // RACE rmw
    }
  }

  /** The schedule never overlaps with itself. */
  private void report() {
    reports++;
    long now = System.nanoTime();
    if (now - lastReport > 0) {
      lastReport = now;
    }
    System.out.println("report " + reports + ": " + failures + " failures");
  }

  public void stop() {
    pool.shutdown();
  }
}
