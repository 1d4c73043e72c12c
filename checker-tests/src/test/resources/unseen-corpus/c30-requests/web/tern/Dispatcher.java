package web.tern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Routes are registered while the dispatcher is assembled; afterwards they are only read. */
public final class Dispatcher {
  private final ExecutorService pool = Executors.newFixedThreadPool(12);
  private final Map<String, Function<String, Response>> routes;

  private Dispatcher(Map<String, Function<String, Response>> routes) {
    this.routes = routes;
  }

  public static Dispatcher standard() {
    Map<String, Function<String, Response>> r = new LinkedHashMap<>();
    int n = 0;
    for (String p : List.of("/a", "/b", "/c")) {
      int weight = n++;
      r.put(p, q -> answer(p, q, weight));
    }
    return new Dispatcher(r);
  }

  public Future<Response> dispatch(String path, String query) {
    return pool.submit(() -> {
      RequestContext.enter(path);
      try {
        RequestContext.current().attribute("path", path);
        return routes.get(path).apply(query);
      } finally {
        RequestContext.exit();
      }
    });
  }

  private static Response answer(String path, String query, int weight) {
    Response.Builder b = Response.ok().header("X-Path", path);
    StringBuilder line = new StringBuilder();
    List<Integer> parts = new ArrayList<>();
    for (int i = 0; i < weight; i++) {
      RequestContext.current().queried(10L * i);
      parts.add(i);
      line.append(query).append(i);
    }
    b.line(line + " " + parts);
    for (String w : RequestContext.current().warnings()) {
      b.header("Warning", w);
    }
    return b.failIfEmpty().build();
  }
}
