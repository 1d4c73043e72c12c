package farm.oakmeadow.herd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** A cow. Whoever changes it locks it, wherever the reference comes from. */
class Cow {
  final String name;
  private int litres;
  private int visits;

  Cow(String name) {
    this.name = name;
  }

  void milk(int amount) {
    synchronized (this) {
      litres += amount;
      visits++;
    }
  }

  int litres() {
    return litres;
  }

  void correct(int by) {
    litres = Math.max(0, litres + by);
    visits--;
  }
}

/** Milking robots work in parallel on one herd. */
class Herd {
  private final Map<String, Cow> cows = new HashMap<>();
  private final List<String> sick = new ArrayList<>();

  void milk(String name, int amount) {
    Cow cow;
    synchronized (cows) {
      cow = cows.computeIfAbsent(name, Cow::new);
    }
    cow.milk(amount);
  }

  void correct(String name, int by) {
    Cow cow = find(name);
    if (cow == null) {
      return;
    }
    synchronized (cow) {
      cow.correct(by);
    }
  }

  private Cow find(String name) {
    synchronized (cows) {
      return cows.get(name);
    }
  }

  void report(String name) {
    synchronized (sick) {
      if (!sick.contains(name)) {
        sick.add(name);
      }
    }
  }

  void heal() {
    synchronized (sick) {
      Iterator<String> it = sick.iterator();
      while (it.hasNext()) {
        if (find(it.next()) == null) {
          it.remove();
        }
      }
    }
  }

  int total() {
    List<Cow> all;
    synchronized (cows) {
      all = new ArrayList<>(cows.values());
    }
    int sum = 0;
    for (Cow cow : all) {
      synchronized (cow) {
        sum += cow.litres();
      }
    }
    return sum;
  }

  static void morning(ExecutorService robots, List<String> names) {
    Herd herd = new Herd();
    for (String name : names) {
      robots.execute(() -> herd.milk(name, 12));
      robots.execute(() -> herd.milk(name, 3));
      robots.execute(() -> herd.correct(name, -1));
      robots.execute(() -> herd.report(name));
      robots.execute(herd::heal);
      robots.submit(herd::total);
    }
  }
}
