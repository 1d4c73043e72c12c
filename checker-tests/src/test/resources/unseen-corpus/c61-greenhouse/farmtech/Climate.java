package farmtech;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Samples the air every second, waters every minute, on a small pool. */
public class Climate {
  private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(3);
  private final List<Double> window = new ArrayList<>();
  private final Object valve = new Object();
  private final Sensors sensors;
  private double moisture;
  private int samples;
  private int waterings;
  private int openings;
  private volatile double shown;

  public Climate(Sensors sensors) {
    this.sensors = sensors;
  }

  public void start() {
    pool.scheduleAtFixedRate(this::sample, 0, 1, TimeUnit.SECONDS);
    pool.scheduleAtFixedRate(this::water, 1, 1, TimeUnit.MINUTES);
  }

  private void sample() {
    samples++;
    window.add(sensors.humidity()); // RACE unsafe-collection #1
    moisture -= 0.01 * samples; // RACE rmw #2
    synchronized (valve) {
      if (openings > 0) {
        openings--;
      }
    }
    shown = moisture;
  }

  private void water() {
    double sum = 0;
    int n = 0;
    for (Double d : window) { // MAYBE
      sum += d;
      n++;
    }
    window.clear(); // RACE unsafe-collection #1
    if (n > 0 && sum / n < 40) {
      waterings++;
      moisture += 5; // RACE rmw #2
      synchronized (valve) {
        openings++;
      }
    }
  }

  public double shown() {
    return shown;
  }

  public void stop() {
    pool.shutdownNow();
  }

  interface Sensors {
    double humidity();
  }
}
