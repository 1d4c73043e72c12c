package press.meridian.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** Headlines by section; editors publish in parallel. */
class NewsFeed {
  private final Object lock = new Object();
  private final Map<String, List<String>> sections = new HashMap<>();
  private List<String> breaking = new ArrayList<>();
  private int published;

  /** Looks the list up under the lock, changes it after the lock. */
  void publish(String section, String headline) {
    List<String> list;
    synchronized (lock) {
      list = sections.computeIfAbsent(section, s -> new ArrayList<>());
      published++;
    }
    list.add(headline); // RACE unsafe-collection
  }

  void breaking(String headline) {
    List<String> current;
    synchronized (lock) {
      current = breaking;
    }
    current.add(0, headline); // RACE unsafe-collection
  }

  /** A getter that locks and hands out what it guards. */
  private List<String> section(String name) {
    synchronized (lock) {
      return sections.getOrDefault(name, new ArrayList<>());
    }
  }

  void retract(String section, String headline) {
    section(section).remove(headline); // RACE unsafe-collection
  }

  int published() {
    synchronized (lock) {
      return published;
    }
  }

  void newsroom(ExecutorService editors, List<String> headlines) {
    for (String headline : headlines) {
      editors.execute(() -> publish("world", headline));
      editors.execute(() -> breaking(headline));
      editors.execute(() -> retract("world", headline));
    }
  }
}

/** Changes under the lock, hands out copies. */
class CopyingNewsFeed {
  private final Object lock = new Object();
  private final Map<String, List<String>> sections = new HashMap<>();
  private List<String> breaking = new ArrayList<>();

  void publish(String section, String headline) {
    synchronized (lock) {
      List<String> list = sections.computeIfAbsent(section, s -> new ArrayList<>());
      list.add(headline);
    }
  }

  /** The copy is nobody else's, so it is sorted without the lock. */
  List<String> sorted(String section) {
    List<String> copy;
    synchronized (lock) {
      copy = new ArrayList<>(sections.getOrDefault(section, List.of()));
    }
    copy.sort(null);
    copy.add("-- end --");
    return copy;
  }

  /** Takes the whole list out and leaves a new one behind. */
  List<String> drainBreaking() {
    List<String> taken;
    synchronized (lock) {
      taken = breaking;
      breaking = new ArrayList<>();
    }
    taken.remove("");
    return taken;
  }

  void breaking(String headline) {
    synchronized (lock) {
      breaking.add(headline);
    }
  }

  void newsroom(ExecutorService editors, List<String> headlines) {
    for (String headline : headlines) {
      editors.execute(() -> publish("world", headline));
      editors.execute(() -> breaking(headline));
      editors.execute(() -> sorted("world"));
    }
    editors.execute(this::drainBreaking);
  }
}
