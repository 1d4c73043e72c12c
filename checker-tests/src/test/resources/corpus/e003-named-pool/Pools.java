package io.arbeit.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The pools of the application, made once by the main thread. */
final class Pools {
  private final List<ExecutorService> pools = new ArrayList<>();
  private final CountingThreadFactory requests = new CountingThreadFactory("req");
  private final GaugedThreadFactory background = new GaugedThreadFactory();
  private int created;

  ExecutorService requests() {
    return remember(Executors.newFixedThreadPool(16, requests));
  }

  ExecutorService background() {
    return remember(Executors.newCachedThreadPool(background));
  }

  private ExecutorService remember(ExecutorService pool) {
    created++;
    pools.add(pool);
    return pool;
  }

  String describe() {
    return created + " pools, " + requests.alive() + " + " + background.alive() + " threads";
  }

  void shutdown() {
    pools.forEach(ExecutorService::shutdown);
    pools.clear();
  }
}
