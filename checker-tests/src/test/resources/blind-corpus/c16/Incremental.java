package dev.buildmaster.dag;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What changed since the last build. */
final class Incremental {
  private final Lock lock = new ReentrantLock();
  private final Map<String, Integer> stamps = new HashMap<>();
  private final Set<String> dirty = new HashSet<>();
  private int scans;
  private int skipped;

  void scan(Map<String, Integer> files) {
    scans++;
    files.entrySet().parallelStream().forEach(e -> {
      if (changed(e.getKey(), e.getValue())) {
        lock.lock();
        dirty.add(e.getKey());
        lock.unlock();
      } else {
        skip();
      }
    });
    dirty.removeIf(String::isEmpty);
  }

  private boolean changed(String file, int stamp) {
    lock.lock();
    try {
      Integer old = stamps.put(file, stamp);
      return old == null || old != stamp;
    } finally {
      lock.unlock();
    }
  }

  private void skip() {
    skipped++; // RACE rmw
  }

  public static void main(String[] args) throws InterruptedException {
    Incremental inc = new Incremental();
    ExecutorService pool = args.length > 0 ? Executors.newWorkStealingPool() : ForkJoinPool.commonPool();
    inc.scan(Map.of("a", 1, "b", 2));
    Dag d = new Dag.Builder().edge("a", "c").edge("b", "c").edge("c", "d").build();
    System.out.println(d.run(pool, n -> System.out.println(n)) + " " + d.mostRunning());
  }
}
