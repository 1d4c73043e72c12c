package org.threadbare.pool;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;

/** Runs n pieces on a pool and waits for all of them. */
public class Batch {
  private final MiniPool pool = new MiniPool(4);
  private final Map<Integer, String> failures = new LinkedHashMap<>();
  private int batches;
  private int pieces;

  public Object[] run(int n, IntFunction<?> piece) throws InterruptedException {
    Object[] results = new Object[n];
    int[] attempts = new int[n];
    CountDownLatch done = new CountDownLatch(n);
    for (int i = 0; i < n; i++) {
      final int me = i;
      pool.execute(() -> {
        try {
          while (results[me] == null && attempts[me] < 3) {
            attempts[me]++;
            results[me] = piece.apply(me);
          }
        } catch (RuntimeException e) {
          failures.put(me, e.getMessage()); // RACE unsafe-collection
        } finally {
          pieces++; // RACE rmw
          done.countDown();
        }
      });
    }
    done.await();
    batches++;
    failures.keySet().removeIf(i -> results[i] != null);
    return results;
  }

  public String toString() {
    return batches + " batches, " + pieces + " pieces";
  }
}
