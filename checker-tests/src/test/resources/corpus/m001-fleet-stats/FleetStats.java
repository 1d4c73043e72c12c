package com.fuhrpark.stats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

class VehicleStats {
  int trips;
  double kilometres;
  final List<String> faults = new ArrayList<>();
  final AtomicInteger refuels = new AtomicInteger();

  synchronized void addTrip(double km) {
    trips++;
    kilometres += km;
  }
}

/** The map is concurrent. What is in it is not. */
class FleetStats {
  private final Map<String, VehicleStats> stats = new ConcurrentHashMap<>();
  private final Map<String, List<String>> drivers = new ConcurrentHashMap<>();
  private final Map<String, int[]> byHour = new ConcurrentHashMap<>();
  private final ExecutorService telemetry;

  FleetStats(ExecutorService telemetry) {
    this.telemetry = telemetry;
  }

  void onTrip(String plate, double km, String driver) {
    telemetry.execute(() -> trip(plate, km, driver));
  }

  private void trip(String plate, double km, String driver) {
    VehicleStats vehicle = stats.computeIfAbsent(plate, p -> new VehicleStats());
    vehicle.trips++; // RACE rmw
    stats.get(plate).kilometres += km; // RACE rmw
    vehicle.refuels.incrementAndGet();
    drivers.computeIfAbsent(plate, p -> new ArrayList<>()).add(driver); // RACE unsafe-collection
  }

  void onFault(String plate, String fault, int hour) {
    telemetry.execute(
        () -> {
          stats.get(plate).faults.add(fault); // RACE unsafe-collection
          byHour.computeIfAbsent(plate, p -> new int[24])[hour]++; // RACE rmw
        });
  }
}

/** Elements that protect themselves, or are replaced, or are changed while the map holds them. */
class SteadyFleetStats {
  private final Map<String, VehicleStats> stats = new ConcurrentHashMap<>();
  private final Map<String, List<String>> drivers = new ConcurrentHashMap<>();
  private final ExecutorService telemetry;

  SteadyFleetStats(ExecutorService telemetry) {
    this.telemetry = telemetry;
  }

  void onTrip(String plate, double km, String driver) {
    telemetry.execute(
        () -> {
          stats.computeIfAbsent(plate, p -> new VehicleStats()).addTrip(km);
          drivers.compute(
              plate,
              (p, list) -> {
                List<String> all = list == null ? new ArrayList<>() : list;
                all.add(driver);
                return all;
              });
        });
  }

  void onRefuel(String plate) {
    telemetry.execute(
        () -> {
          VehicleStats vehicle = stats.get(plate);
          if (vehicle != null) {
            vehicle.refuels.incrementAndGet();
          }
        });
  }

  /** The report sums up into a map of its own. */
  Map<String, Integer> tripsByRegion() {
    Map<String, Integer> result = new HashMap<>();
    stats.forEach(
        (plate, vehicle) -> {
          synchronized (vehicle) {
            result.merge(plate.substring(0, 2), vehicle.trips, Integer::sum);
          }
        });
    return result;
  }
}
