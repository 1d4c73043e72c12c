package aero.hummel.dispatch;

import java.util.List;
import java.util.concurrent.ExecutorService;

/** Assigns drones; the conditions come as switches, ternaries and early returns. */
class DroneDispatcher {
  private final ExecutorService desk;
  private int charged = 12;
  private int night;
  private int day;
  private int mode;
  private String leader;

  DroneDispatcher(ExecutorService desk) {
    this.desk = desk;
  }

  void requestAll(List<String> flights) {
    flights.forEach(flight -> desk.submit(() -> assign(flight)));
  }

  private String assign(String flight) {
    mode = (mode + 1) % 3; // RACE rmw
    switch (flight.charAt(0)) {
      case 'N' -> night++; // RACE rmw
      case 'D' -> day = day + 1; // RACE rmw
      default -> {
        return null;
      }
    }
    if (charged == 0) { // RACE rmw #1
      return null;
    }
    String name = "drone-" + charged;
    charged = charged - 1; // RACE rmw #1
    if (leader != null) { // RACE check-then-act #2
      return name;
    }
    leader = name; // RACE check-then-act #2
    return name + "*";
  }

  String state() {
    return charged + " " + night + "/" + day + " " + mode + " " + leader;
  }
}

class LockedDroneDispatcher {
  private final ExecutorService desk;
  private int charged = 12;
  private int night;
  private String leader;

  LockedDroneDispatcher(ExecutorService desk) {
    this.desk = desk;
  }

  void requestAll(List<String> flights) {
    flights.forEach(flight -> desk.submit(() -> assign(flight)));
  }

  private String assign(String flight) {
    boolean atNight = flight.charAt(0) == 'N';
    synchronized (this) {
      night = atNight ? night + 1 : night;
      if (charged == 0) {
        return null;
      }
      String name = "drone-" + charged--;
      if (leader == null) {
        leader = name;
      }
      return name;
    }
  }
}
