package no.fjordpilot.buoys;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Every buoy has one receiver thread; the harbour looks at all of them. */
class Buoy extends Thread {
  private final BlockingQueue<Double> signals = new LinkedBlockingQueue<>();
  private final List<Double> raw = new ArrayList<>();
  private volatile double mean;
  private volatile long count;
  private volatile double highest;
  private volatile boolean anchored = true;

  Buoy(String name) {
    super(name);
    setDaemon(true);
  }

  /** From any thread. */
  void signal(double metres) {
    signals.add(metres);
  }

  @Override
  public void run() {
    while (anchored) {
      try {
        Double metres = signals.poll(1, TimeUnit.SECONDS);
        if (metres != null) {
          record(metres);
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void record(double metres) {
    raw.add(metres);
    count++;
    mean += (metres - mean) / count;
    if (metres > highest) {
      highest = metres;
    }
  }

  void release() {
    anchored = false;
  }

  double mean() {
    return mean;
  }

  double highest() {
    return highest;
  }

  long count() {
    return count;
  }
}

class BuoyNetwork {
  private final Map<String, Buoy> buoys = new HashMap<>();
  private final ExecutorService printer = Executors.newSingleThreadExecutor();
  private volatile int printed;
  private volatile String lastLine = "";

  BuoyNetwork(List<String> names) {
    for (String name : names) {
      Buoy buoy = new Buoy(name);
      buoys.put(name, buoy);
      buoy.start();
    }
  }

  void signal(String name, double metres) {
    Buoy buoy = buoys.get(name);
    if (buoy != null) {
      buoy.signal(metres);
    }
  }

  /** Asked by many, printed by one. */
  void print(String name) {
    Buoy buoy = buoys.get(name);
    printer.execute(
        () -> {
          printed++;
          lastLine = printed + ": " + buoy.mean() + " m, at most " + buoy.highest();
        });
  }

  String lastLine() {
    return lastLine;
  }

  static void storm(ExecutorService radios, List<String> names) {
    BuoyNetwork network = new BuoyNetwork(names);
    for (String name : names) {
      radios.execute(() -> network.signal(name, 3.5));
      radios.execute(() -> network.print(name));
      radios.submit(network::lastLine);
    }
  }
}
