package com.ledgerline.payroll;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The steps of a month end follow each other; each is handed to the pool and waited for. */
public class MonthEnd {
  private final List<String> journal = new ArrayList<>();
  private int step;

  public List<String> close(List<Runnable> steps) throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      for (Runnable r : steps) {
        Future<?> f = pool.submit(() -> {
          r.run();
          step++;
          journal.add("step " + step + " done");
        });
        f.get();
      }
    } finally {
      pool.shutdown();
      pool.awaitTermination(1, TimeUnit.MINUTES);
    }
    journal.add("closed after " + step);
    return journal;
  }
}
