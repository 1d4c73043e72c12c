package org.ortung.geo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;

record Point(double lat, double lon) {}

interface Gazetteer {
  Map<String, Point> load();
}

/** Loads its tables when the first address is looked up. */
class Geocoder {
  private final Gazetteer gazetteer;
  private Map<String, Point> places;
  private static Map<String, String> aliases;
  private List<String> names;

  Geocoder(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  void locateAll(ExecutorService pool, List<String> addresses) {
    for (String address : addresses) {
      pool.execute(() -> System.out.println(locate(address) + alias(address)));
    }
  }

  private Point locate(String address) {
    if (places == null) { // RACE check-then-act #1
      places = gazetteer.load(); // RACE check-then-act #1
    }
    return places.get(address);
  }

  private static String alias(String address) {
    Map<String, String> map = aliases; // RACE check-then-act #2
    if (map == null) { // RACE check-then-act #2
      map = new HashMap<>();
      map.put("St.", "Saint");
      aliases = map; // RACE check-then-act #2
    }
    return map.getOrDefault(address, address);
  }

  /** Only the thread that made this geocoder asks for the names. */
  List<String> names() {
    if (names == null) {
      names = gazetteer.load().keySet().stream().sorted().collect(Collectors.toList());
    }
    return names;
  }
}

class SteadyGeocoder {
  private final Gazetteer gazetteer;
  private Map<String, Point> places;

  SteadyGeocoder(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  void locateAll(ExecutorService pool, List<String> addresses) {
    for (String address : addresses) {
      pool.execute(() -> System.out.println(places().get(address)));
    }
  }

  private synchronized Map<String, Point> places() {
    if (places == null) {
      places = Map.copyOf(gazetteer.load());
    }
    return places;
  }
}
