package edge.limiter;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class EdgeNode {
  private final Limiter limiter = new Limiter();
  private final ExecutorService pool = Executors.newWorkStealingPool();

  public Future<Integer> request(String caller, String route) {
    return pool.submit(() -> {
      long now = System.currentTimeMillis() / 1000;
      boolean ok = caller == null ? limiter.allowAnonymous(now) : limiter.allow(caller, now);
      ok = ok && limiter.allowRoute(route, now) && limiter.allowInternal(now);
      return ok && limiter.allowNetwork("net", now) ? 200 : 429;
    });
  }
}
