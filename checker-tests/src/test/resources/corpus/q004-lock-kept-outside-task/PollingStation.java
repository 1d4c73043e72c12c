package org.openpoll.station;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** The lock is held where the work is handed out, not where it is done. */
class PollingStation {
  private final ExecutorService counters;
  private final List<String> log = new ArrayList<>();
  private int yes;
  private int no;
  private int invalid;
  private int batches;

  PollingStation(ExecutorService counters) {
    this.counters = counters;
  }

  synchronized void count(List<String> batch) {
    batches++;
    log.add("batch of " + batch.size());
    for (String ballot : batch) {
      counters.execute(
          () -> {
            if (ballot.equals("yes")) {
              yes++; // RACE rmw
            }
          });
    }
  }

  synchronized void countNo(List<String> batch) {
    batch.parallelStream().filter("no"::equals).forEach(b -> no++); // RACE rmw
  }

  /** Waits for its own tasks inside the monitor, but they also run beside each other. */
  synchronized void countInvalid(List<String> batch) {
    CompletableFuture<?>[] all =
        batch.stream()
            .filter(String::isBlank)
            .map(b -> CompletableFuture.runAsync(() -> invalid++, counters)) // RACE rmw
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(all).join();
    log.add("invalid so far: " + invalid);
  }

  int total() {
    return yes + no + invalid;
  }
}

/** The task takes the monitor itself, or nothing runs beside the loop. */
class CarefulStation {
  private final ExecutorService counters;
  private final List<String> log = new ArrayList<>();
  private int yes;
  private int no;

  CarefulStation(ExecutorService counters) {
    this.counters = counters;
  }

  synchronized void count(List<String> batch) {
    for (String ballot : batch) {
      counters.execute(
          () -> {
            synchronized (this) {
              if (ballot.equals("yes")) {
                yes++;
                log.add(ballot);
              }
            }
          });
    }
  }

  synchronized void countNo(List<String> batch) {
    batch.stream().filter("no"::equals).forEach(b -> no++);
  }

  /** Every batch is counted by a thread of its own. */
  void open(List<List<String>> batches) {
    for (List<String> batch : batches) {
      counters.execute(() -> countNo(batch));
      counters.execute(() -> count(batch));
    }
  }
}
