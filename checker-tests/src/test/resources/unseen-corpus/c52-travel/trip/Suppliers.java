package trip;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

public class Suppliers {
  private final Map<String, LongAdder> asked = new ConcurrentHashMap<>();
  private final Map<String, Long> fares = new ConcurrentHashMap<>();

  String flight(String from, String to) {
    asked.computeIfAbsent("flight", k -> new LongAdder()).increment();
    return from + ">" + to;
  }

  String hotel(String where) {
    asked.computeIfAbsent("hotel", k -> new LongAdder()).increment();
    return "hotel " + where;
  }

  long fare(String to) {
    return fares.computeIfAbsent(to, t -> (long) t.hashCode() & 0xff);
  }
}
