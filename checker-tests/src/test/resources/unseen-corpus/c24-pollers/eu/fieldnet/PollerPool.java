package eu.fieldnet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Polls every meter in its own rhythm; a poller is one periodic task and owns its state. */
public class PollerPool {
  private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(6);
  private final ConcurrentHashMap<String, Future<?>> active = new ConcurrentHashMap<>();
  private final AtomicLong readings = new AtomicLong();

  public void watch(String meter, Line line, long seconds) {
    active.compute(meter, (m, old) -> {
      if (old != null) {
        old.cancel(false);
      }
      return pool.scheduleAtFixedRate(new Poller(m, line), 0, seconds, TimeUnit.SECONDS);
    });
  }

  public void forget(String meter) {
    Future<?> f = active.remove(meter);
    if (f != null) {
      f.cancel(false);
    }
  }

  private final class Poller implements Runnable {
    private final String meter;
    private final Line line;
    private final List<Double> window = new ArrayList<>();
    private int errors;
    private double sum;

    Poller(String meter, Line line) {
      this.meter = meter;
      this.line = line;
    }

    @Override
    public void run() {
      try {
        double v = line.read(meter);
        readings.incrementAndGet();
        window.add(v);
        sum += v;
        if (window.size() > 60) {
          sum -= window.remove(0);
        }
        errors = 0;
      } catch (RuntimeException e) {
        if (++errors > 10) {
          forget(meter);
        }
      }
    }
  }

  public long readings() {
    return readings.get();
  }

  public interface Line {
    double read(String meter);
  }
}
