package com.meterpoint.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Bills all meters of a tenant. */
final class NightlyBatch {
  record Invoice(String meter, long cents) {}

  private static int batches;
  private final ExecutorService pool = Executors.newFixedThreadPool(8);
  private final List<String> failed = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Long> byTariff = new TreeMap<>();
  private int done;
  private long total;
  private int retried;

  long run(List<Meter> meters) throws InterruptedException {
    batches++;
    CompletionService<Invoice> cs = new ExecutorCompletionService<>(pool);
    for (Meter m : meters) {
      cs.submit(new BillingTask(m));
    }
    for (int i = 0; i < meters.size(); i++) {
      try {
        Invoice inv = cs.take().get();
        total += inv.cents();
        byTariff.merge(inv.meter().substring(0, 1), inv.cents(), Long::sum);
      } catch (ExecutionException e) {
        retried++;
      }
    }
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.MINUTES);
    return total;
  }

  private final class BillingTask implements Callable<Invoice> {
    private final Meter meter;
    private int steps;

    BillingTask(Meter meter) {
      this.meter = meter;
    }

    @Override
    public Invoice call() {
      long cents = 0;
      for (int kwh : meter.readings) {
        cents += kwh * 31L;
        steps++;
      }
      progress();
      if (cents < 0) {
        failed.add(meter.id);
        throw new IllegalStateException(meter.id + " after " + steps);
      }
      return new Invoice(meter.id, cents);
    }
  }

  private void progress() {
    if (++done % 1000 == 0) { // RACE rmw
      System.out.println(done + " meters");
    }
  }

  static int batches() {
    return batches;
  }
}
