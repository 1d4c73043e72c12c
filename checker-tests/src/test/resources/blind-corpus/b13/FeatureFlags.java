package dev.lattice.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;

public final class FeatureFlags {
  private final Guard guard = new Guard();
  private final ReentrantLock auditLock = new ReentrantLock();
  private final Semaphore evaluations = new Semaphore(4);
  private final Executor executor;
  private final Map<String, Boolean> flags = new HashMap<>();
  private final List<BiConsumer<String, Boolean>> watchers = new ArrayList<>();
  private final List<String> audit = new ArrayList<>();
  private int flips;
  private int evaluated;
  private int notified;
  private long auditChars;

  public FeatureFlags(Executor executor) {
    this.executor = executor;
  }

  public void watch(BiConsumer<String, Boolean> w) {
    try (Guard g = guard.enter()) {
      watchers.add(w);
    }
  }

  public void set(String flag, boolean on) {
    try (Guard g = guard.enter()) {
      Boolean old = flags.put(flag, on);
      if (old != null && old != on) {
        flips++;
        watchers.forEach(w -> tell(w, flag, on));
      }
    }
    note(flag + "=" + on);
  }

  private void tell(BiConsumer<String, Boolean> w, String flag, boolean on) {
    executor.execute(() -> {
      w.accept(flag, on);
      notified++; // RACE rmw
    });
  }

  private void note(String line) {
    Guard.run(auditLock, () -> {
      audit.add(line);
      auditChars += line.length();
    });
  }

  public String drainAudit() {
    return Guard.with(auditLock, () -> {
      String all = String.join("\n", audit);
      audit.clear();
      auditChars -= all.length();
      return all;
    });
  }

  public void truncateAudit() {
    if (audit.size() > 1000) { // RACE wrong-lock #1
      audit.subList(0, 500).clear(); // RACE wrong-lock #1
    }
  }

  public boolean evaluate(String flag) throws InterruptedException {
    evaluations.acquire();
    try {
      evaluated++; // RACE wrong-lock
      try (Guard g = guard.enter()) {
        return flags.getOrDefault(flag, false);
      }
    } finally {
      evaluations.release();
    }
  }

  public String stats() {
    try (Guard g = guard.enter()) {
      return flips + " flips, " + evaluated + " evaluations, " + notified + " notifications";
    }
  }
}
