package dev.pruefstand.runner;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;

/** Runs tests one after another or all at once. */
class Runner {
  private int suites;

  /** Sequential: the reporter is used by this thread only. */
  SuiteReporter runSuite(List<BooleanSupplier> tests) {
    SuiteReporter reporter = new SuiteReporter();
    for (BooleanSupplier test : tests) {
      reporter.report(run(test));
    }
    suites++;
    return reporter;
  }

  void runParallel(ExecutorService pool, List<BooleanSupplier> tests, TotalsReporter totals) {
    for (BooleanSupplier test : tests) {
      pool.execute(() -> totals.report(run(test)));
    }
  }

  void runQueued(ExecutorService pool, List<BooleanSupplier> tests, QueueReporter queue) {
    tests.forEach(test -> pool.execute(() -> queue.report(run(test))));
  }

  private static Outcome run(BooleanSupplier test) {
    long start = System.nanoTime();
    boolean passed = test.getAsBoolean();
    return new Outcome(test.toString(), passed, (System.nanoTime() - start) / 1_000_000);
  }

  int suites() {
    return suites;
  }
}
