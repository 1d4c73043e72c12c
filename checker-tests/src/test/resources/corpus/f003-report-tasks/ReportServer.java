package com.ledgerline.reports;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs what the factory made. */
class ReportServer {
  private final ExecutorService workers;
  private final ReportTasks tasks;

  ReportServer(ExecutorService workers, ReportTasks tasks) {
    this.workers = workers;
    this.tasks = tasks;
  }

  void run(List<String> regions) throws InterruptedException {
    for (String region : regions) {
      workers.submit(tasks.count(region));
      workers.execute(tasks.audit(region));
    }
    workers.shutdown();
    if (workers.awaitTermination(10, TimeUnit.MINUTES)) {
      Runnable summary = tasks.summary();
      summary.run();
    }
  }
}
