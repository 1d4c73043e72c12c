package io.tagwerk.claims;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Workers claim jobs; a job must be done once. */
class JobClaims {
  private final AtomicReferenceArray<String> owners = new AtomicReferenceArray<>(256);
  private final Set<String> idle = ConcurrentHashMap.newKeySet();
  private final AtomicInteger cursor = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();

  void work(ExecutorService pool, int workers) {
    for (int w = 0; w < workers; w++) {
      String name = "w" + w;
      pool.execute(
          () -> {
            while (claim(name) || claimNext(name)) {
              done.incrementAndGet();
            }
            idle.add(name);
          });
    }
  }

  /** Two workers may both see a free slot. */
  private boolean claim(String worker) {
    for (int job = 0; job < owners.length(); job++) {
      if (owners.get(job) == null) { // RACE atomic-compound #1
        owners.set(job, worker); // RACE atomic-compound #1
        return true;
      }
    }
    return false;
  }

  /** Two workers may both take the same number. */
  private boolean claimNext(String worker) {
    int job = cursor.get(); // RACE atomic-compound #2
    if (job >= owners.length()) { // RACE atomic-compound #2
      return false;
    }
    cursor.set(job + 1); // RACE atomic-compound #2
    owners.set(job, worker); // RACE atomic-compound #2
    return true;
  }

  int done() {
    return done.get();
  }
}

class SteadyJobClaims {
  private final AtomicReferenceArray<String> owners = new AtomicReferenceArray<>(256);
  private final AtomicInteger cursor = new AtomicInteger();
  private int[] rounds = new int[256];

  void work(ExecutorService pool, int workers) {
    for (int w = 0; w < workers; w++) {
      String name = "w" + w;
      pool.execute(
          () -> {
            int job;
            while ((job = cursor.getAndIncrement()) < owners.length()) {
              owners.set(job, name);
              rounds[job]++; // the index was handed to this worker alone
            }
          });
    }
  }

  boolean claim(int job, String worker) {
    if (owners.get(job) != null) {
      return false;
    }
    return owners.compareAndSet(job, null, worker);
  }

  boolean release(int job, String worker) {
    return owners.compareAndSet(job, worker, null);
  }
}
