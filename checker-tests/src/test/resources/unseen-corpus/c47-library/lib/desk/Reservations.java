package lib.desk;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Waiting lists; a list is only looked at inside the map's own atomic functions. */
class Reservations {
  private final ConcurrentMap<String, Set<String>> waiting = new ConcurrentHashMap<>();

  boolean reserve(String isbn, String reader) {
    boolean[] added = {false};
    waiting.compute(isbn, (k, set) -> {
      Set<String> s = set == null ? new LinkedHashSet<>() : set;
      added[0] = s.add(reader);
      return s;
    });
    return added[0];
  }

  String next(String isbn) {
    List<String> first = new ArrayList<>();
    waiting.computeIfPresent(isbn, (k, set) -> {
      Iterator<String> it = set.iterator();
      if (it.hasNext()) {
        first.add(it.next());
        it.remove();
      }
      return set.isEmpty() ? null : set;
    });
    return first.isEmpty() ? null : first.get(0);
  }
}
