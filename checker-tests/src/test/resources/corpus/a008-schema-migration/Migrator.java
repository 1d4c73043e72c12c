package com.relatia.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

interface Step {
  int apply() throws Exception;
}

/** Runs the steps of a migration on the pool that owns the database connections. */
class Migrator {
  private final ExecutorService connections;
  private int applied;
  private int backfilled;
  private final List<String> log = new ArrayList<>();

  Migrator(ExecutorService connections) {
    this.connections = connections;
  }

  /** Each step is awaited before the next one is submitted. */
  void migrate(List<Step> steps) throws InterruptedException, ExecutionException {
    for (Step step : steps) {
      connections
          .submit(
              () -> {
                int rows = step.apply();
                applied++;
                log.add(step + ": " + rows);
                return rows;
              })
          .get();
    }
  }

  /** All partitions are in flight together; the futures are awaited only afterwards. */
  int backfill(List<Step> partitions) throws InterruptedException, ExecutionException {
    List<Future<?>> running = new ArrayList<>();
    for (Step partition : partitions) {
      running.add(
          connections.submit(
              () -> {
                int rows = partition.apply();
                backfilled += rows; // RACE rmw
                return rows;
              }));
    }
    for (Future<?> future : running) {
      future.get();
    }
    return backfilled;
  }

  /** Start and finish bracket the one task, which is awaited in between. */
  void vacuum(Step step) throws InterruptedException, ExecutionException {
    log.add("vacuum");
    Future<Boolean> vacuum =
        connections.submit(
            () -> {
              step.apply();
              return log.add("vacuumed");
            });
    vacuum.get();
    log.add("done");
  }
}
