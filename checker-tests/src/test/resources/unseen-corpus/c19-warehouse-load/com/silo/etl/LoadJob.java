package com.silo.etl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/** Every round the workers fill their own page; between rounds the barrier's action merges the pages. */
public class LoadJob {
  private final int workers;
  private final int rounds;
  private final List<Map<String, Integer>> pages = new ArrayList<>();
  private final Map<String, Integer> totals = new HashMap<>();
  private int merges;

  public LoadJob(int workers, int rounds) {
    this.workers = workers;
    this.rounds = rounds;
    for (int i = 0; i < workers; i++) {
      pages.add(new HashMap<>());
    }
  }

  public Map<String, Integer> run() throws InterruptedException {
    CyclicBarrier barrier = new CyclicBarrier(workers, this::merge);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      final int me = i;
      Thread t = new Thread(() -> work(me, barrier));
      threads.add(t);
      t.start();
    }
    for (Thread t : threads) {
      t.join();
    }
    totals.put("#merges", merges);
    return totals;
  }

  private void work(int me, CyclicBarrier barrier) {
    Map<String, Integer> page = pages.get(me);
    try {
      for (int r = 0; r < rounds; r++) {
        for (int row = 0; row < 100; row++) {
          page.merge("k" + (row * me + r) % 17, 1, Integer::sum);
        }
        barrier.await();
      }
    } catch (InterruptedException | BrokenBarrierException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Run by the last worker to arrive while the others wait. */
  private void merge() {
    merges++;
    for (Map<String, Integer> page : pages) {
      page.forEach((k, n) -> totals.merge(k, n, Integer::sum));
      page.clear();
    }
  }
}
