package com.ledgerly.imports;

import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Parses the nightly sales dump on all cores. */
public final class SalesImport {
  enum Region { NORTH, SOUTH, EAST, WEST }

  record Sale(Region region, Date day, long cents) {}

  private static final SimpleDateFormat DAY = new SimpleDateFormat("yyyy-MM-dd");
  private static final ThreadLocal<SimpleDateFormat> STAMP =
      ThreadLocal.withInitial(() -> new SimpleDateFormat("yyyy-MM-dd'T'HH:mm"));

  private final List<String> errors = new ArrayList<>();

  List<Sale> parse(List<String> lines) {
    return lines.parallelStream().map(this::parseLine).filter(s -> s != null).collect(Collectors.toList());
  }

  private Sale parseLine(String line) {
    String[] f = line.split(";", -1);
    try {
      Date day = f[1].length() > 10 ? STAMP.get().parse(f[1]) : DAY.parse(f[1]); // RACE unsafe-collection
      return new Sale(Region.valueOf(f[0]), day, Long.parseLong(f[2]));
    } catch (ParseException | RuntimeException e) {
      errors.add(line); // RACE unsafe-collection
      return null;
    }
  }

  Map<Region, Long> totals(List<Sale> sales) {
    Map<Region, Long> totals = new ConcurrentHashMap<>();
    sales.parallelStream().forEach(s -> totals.merge(s.region(), s.cents(), Long::sum));
    return new EnumMap<>(totals);
  }

  /** Cents by hour of the week. */
  long[] profile(List<Sale> sales) {
    long[] hours = new long[168];
    sales.stream().parallel().forEach(s -> {
      int h = (int) (s.day().getTime() / 3_600_000 % 168);
      hours[h] += s.cents(); // RACE rmw
    });
    return hours;
  }

  double[] smooth(long[] hours) {
    double[] out = new double[hours.length];
    IntStream.range(0, hours.length).parallel().forEach(i -> {
      for (int d = -2; d <= 2; d++) {
        out[i] += hours[Math.floorMod(i + d, hours.length)];
      }
      out[i] /= 5;
    });
    return out;
  }

  int number(List<Sale> sales, Map<Integer, Sale> into) {
    int[] n = {0};
    sales.forEach(s -> into.put(n[0]++, s));
    return n[0];
  }

  Map<Region, List<Sale>> group(List<Sale> sales) {
    return sales.parallelStream().collect(() -> new EnumMap<Region, List<Sale>>(Region.class),
        (m, s) -> m.computeIfAbsent(s.region(), r -> new ArrayList<>()).add(s),
        (a, b) -> b.forEach((r, l) -> a.computeIfAbsent(r, k -> new ArrayList<>()).addAll(l)));
  }

  List<String> errors() {
    return errors;
  }
}
