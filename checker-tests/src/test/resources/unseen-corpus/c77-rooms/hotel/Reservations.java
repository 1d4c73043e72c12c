package hotel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Synchronized collections where one call is enough, their monitor where it is not. */
public class Reservations {
  public record Stay(String guest, int room, LocalDate night) implements Comparable<Stay> {
    @Override
    public int compareTo(Stay o) {
      int c = night.compareTo(o.night);
      c = c != 0 ? c : Integer.compare(room, o.room);
      return c != 0 ? c : guest.compareTo(o.guest);
    }
  }

  private final SortedSet<Stay> stays = Collections.synchronizedSortedSet(new TreeSet<>());
  private final Map<Integer, List<Stay>> byRoom = Collections.synchronizedMap(new HashMap<>());
  private final Map<String, Integer> points = Collections.synchronizedMap(new HashMap<>());
  private int rejected;

  public boolean book(Stay s) {
    synchronized (stays) {
      for (Stay other : stays) {
        if (other.room() == s.room() && other.night().equals(s.night())) {
          rejected++;
          return false;
        }
      }
      stays.add(s);
    }
    synchronized (byRoom) {
      List<Stay> list = byRoom.get(s.room());
      if (list == null) {
        list = new ArrayList<>();
        byRoom.put(s.room(), list);
      }
      list.add(s);
    }
    points.merge(s.guest(), 10, Integer::sum);
    return true;
  }

  public int cancelBefore(LocalDate day) {
    int n = 0;
    synchronized (stays) {
      for (Iterator<Stay> it = stays.iterator(); it.hasNext();) {
        if (it.next().night().isBefore(day)) {
          it.remove();
          n++;
        }
      }
    }
    return n;
  }

  public List<Stay> room(int number) {
    synchronized (byRoom) {
      return new ArrayList<>(byRoom.getOrDefault(number, List.of()));
    }
  }

  public boolean spend(String guest, int n) {
    synchronized (points) {
      Integer have = points.get(guest);
      if (have == null || have < n) {
        return false;
      }
      points.put(guest, have - n);
      return true;
    }
  }

  public int rejected() {
    synchronized (stays) {
      return rejected;
    }
  }
}
