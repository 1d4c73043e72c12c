package labs.loomish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

public class Dashboard {
  record Tile(String name, String html) {}

  private int renders;
  private int bytes;

  public synchronized Map<String, String> render(List<String> names) throws Exception {
    renders++;
    Map<String, String> page = new HashMap<>();
    List<String> slow = new ArrayList<>();
    try (TaskScope<Tile> scope = new TaskScope<>(Executors.defaultThreadFactory())) {
      List<TaskScope.Sub<Tile>> subs = new ArrayList<>();
      for (String n : names) {
        subs.add(scope.fork(() -> {
          long begin = System.nanoTime();
          Tile t = new Tile(n, "<div>" + n + "</div>");
          if (System.nanoTime() - begin > 1_000_000) {
            slow.add(n); // RACE unsafe-collection
          }
          return t;
        }));
      }
      scope.join();
      for (TaskScope.Sub<Tile> s : subs) {
        Tile t = s.get();
        page.put(t.name(), t.html());
        bytes += t.html().length();
      }
    }
    page.put("slow", String.join(",", slow));
    return page;
  }
}
