package com.ledgerline.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

interface Rows {
  int count(String region);

  boolean exceedsBudget(String region);
}

/** Makes tasks and does not know what will become of them. */
class ReportTasks {
  private final Rows rows;
  private final List<String> warnings = new ArrayList<>();
  private final AtomicLong scanned = new AtomicLong();
  private long total;
  private int summaries;

  ReportTasks(Rows rows) {
    this.rows = rows;
  }

  Callable<Integer> count(String region) {
    return () -> {
      int n = rows.count(region);
      scanned.addAndGet(n);
      total = total + n; // RACE rmw
      return n;
    };
  }

  Runnable audit(String region) {
    return new Runnable() {
      private int findings;

      @Override
      public void run() {
        findings++;
        if (rows.exceedsBudget(region)) {
          warnings.add(region + " #" + findings); // RACE unsafe-collection
        }
      }
    };
  }

  /** The caller of this factory runs the task itself. */
  Runnable summary() {
    return () -> {
      summaries++;
      System.out.println(summaries + ": " + total + " of " + scanned.get() + " " + warnings);
    };
  }
}
