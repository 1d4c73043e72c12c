package science.metrics.units;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/** Units and their factors. What the class initialiser does is done before anyone can look. */
final class UnitTable {
  private static final Map<String, Double> FACTORS = new HashMap<>();
  private static final List<String> NAMES = new ArrayList<>();
  private static final Map<String, Integer> USES = new ConcurrentHashMap<>();
  private static final Map<String, String> ALIASES = new HashMap<>();
  private static int units;
  private static long conversions;

  static {
    add("metre", 1);
    add("foot", 0.3048);
    add("mile", 1609.344);
    for (int i = 1; i < 4; i++) {
      FACTORS.put("10^" + i, Math.pow(10, i));
      units++;
    }
  }

  private final String name;
  private double factor;
  private int parts;

  {
    factor = 1;
    parts++;
  }

  UnitTable(String... chain) {
    StringBuilder text = new StringBuilder();
    for (String part : chain) {
      factor *= FACTORS.getOrDefault(part, 1.0);
      parts++;
      text.append(part);
    }
    name = text.toString();
  }

  /** Private, and only called by the initialiser. */
  private static void add(String unit, double value) {
    FACTORS.put(unit, value);
    NAMES.add(unit);
    units++;
  }

  static double convert(String from, String to, double value) {
    USES.merge(from, 1, Integer::sum);
    conversions++; // RACE rmw
    return value * FACTORS.get(from) / FACTORS.get(to);
  }

  /** Adds to a plain map when the program is long running. */
  static void alias(String alias, String unit) {
    if (!ALIASES.containsKey(alias)) { // RACE check-then-act #1
      ALIASES.put(alias, unit); // RACE check-then-act #1
    }
  }

  static String statistics() {
    return units + " units, " + conversions + " conversions, " + NAMES;
  }

  @Override
  public String toString() {
    return name + factor + parts;
  }

  static void serve(ExecutorService web, int requests) {
    for (int i = 0; i < requests; i++) {
      double value = i;
      web.submit(() -> convert("mile", "foot", value));
      web.execute(() -> alias("mi", "mile"));
      web.submit(() -> new UnitTable("mile", "10^2").toString());
    }
  }
}
