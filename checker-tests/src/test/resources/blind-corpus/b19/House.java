package ch.bernhard.seats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class House {
  private final Theatre theatre = new Theatre();
  private final Map<String, List<Integer>> groups = new HashMap<>();
  private final Map<String, List<Integer>> waiting = new HashMap<>();
  private int opened;

  void open(int windows) throws InterruptedException {
    List<BoxOffice> all = new ArrayList<>();
    for (int i = 0; i < windows; i++) {
      BoxOffice b = new BoxOffice(theatre, groups, this);
      all.add(b);
      opened++;
      b.start();
    }
    for (int i = 0; i < 2; i++) {
      Thread late = new Thread(() -> {
        Object desk = new Object();
        synchronized (this) {
          groups.computeIfAbsent("late", g -> new ArrayList<>()).add(-1);
        }
        synchronized (desk) {
          waiting.computeIfAbsent("late", g -> new ArrayList<>()).add(-1); // RACE wrong-lock
        }
      });
      late.start();
    }
    for (BoxOffice b : all) {
      b.join();
    }
    opened -= all.size();
  }
}
