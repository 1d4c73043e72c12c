package org.vaultdb.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Compaction and expiry share the statistics of the node. */
class Housekeeping {
  private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(3);
  private final JobHistory history = new JobHistory(128);
  private long bytesFreed;
  private int compactions;
  private long lastCompaction;
  private final List<String> warnings = new ArrayList<>();

  void start() {
    pool.scheduleWithFixedDelay(this::compact, 1, 60, TimeUnit.SECONDS);
    pool.scheduleAtFixedRate(this::expire, 5, 5, TimeUnit.SECONDS);
  }

  private void compact() {
    long now = System.nanoTime();
    long freed = sweep("segments");
    compactions++;
    if (compactions % 10 == 0) {
      lastCompaction = now;
    }
    bytesFreed += freed; // RACE rmw
    history.add("compact", System.nanoTime() - now);
  }

  private void expire() {
    long begin = System.nanoTime();
    note(sweep("ttl"));
    history.add("expire", System.nanoTime() - begin);
  }

  private void note(long freed) {
    bytesFreed += freed; // RACE rmw
    if (freed == 0) {
      warnings.add("nothing to expire");
    }
  }

  private long sweep(String what) {
    return what.hashCode() & 0xff;
  }

  void stop() throws InterruptedException {
    pool.shutdown();
    if (pool.awaitTermination(1, TimeUnit.MINUTES)) {
      warnings.clear();
    }
  }
}
