package io.compass.track;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;

final class Fleet {
  private final List<Tracker> trackers = new ArrayList<>();
  private final ExecutorService receivers = Executors.newFixedThreadPool(6);
  private int configured;

  Fleet(int vehicles) {
    while (configured < vehicles) {
      trackers.add(new Tracker());
      configured++;
    }
  }

  void onFix(int vehicle, double x, double y) {
    receivers.submit(() -> {
      Tracker t = trackers.get(vehicle);
      if (!t.offer(x, y)) {
        t.nudge(x / 100, y / 100);
      }
    });
  }

  double spread(int a, int b) {
    return trackers.get(a).distance(b, a);
  }
}
