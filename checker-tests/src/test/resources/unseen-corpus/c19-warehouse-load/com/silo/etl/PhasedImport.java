package com.silo.etl;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Phaser;

/** Two halves of an array, exchanged between two parties at each phase. */
class PhasedImport {
  private final int[] left = new int[64];
  private final int[] right = new int[64];
  private int checks;

  int run(ExecutorService pool) {
    Phaser phaser = new Phaser(2);
    CompletableFuture<Void> a = CompletableFuture.runAsync(() -> {
      bump(left);
      phaser.arriveAndAwaitAdvance();
      bump(right);
    }, pool);
    CompletableFuture<Void> b = CompletableFuture.runAsync(() -> {
      bump(right);
      phaser.arriveAndAwaitAdvance();
      bump(left);
    }, pool);
    a.thenCombine(b, (x, y) -> {
      checks++;
      return null;
    }).join();
    checks += left[0] + right[0];
    return checks;
  }

  private static void bump(int[] half) {
    for (int i = 0; i < half.length; i++) {
      half[i]++;
    }
  }
}
